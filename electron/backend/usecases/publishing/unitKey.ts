/** How the shared data store names a unit: codes are used again for other units. */
export function unitKeyOf(code: string, validFrom: string | null): string {
  return `${code}@${validFrom ?? ''}`;
}
