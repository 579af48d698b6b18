/** Closes a union: adding a case without handling it stops the compiler here. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
