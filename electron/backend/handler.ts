import type { CallName, CallOutput, ParsedInput } from '#shared/api/contract.ts';
import type { Result } from '#shared/errors/result.ts';

/** What a call answers, as data that survives JSON; lists may be read-only here. */
export type Answered<T> = T extends (infer Item)[]
  ? readonly Answered<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Answered<T[K]> }
    : T;

/** One handler for each call of the contract; a missing one does not compile. */
export type Handlers = {
  readonly [N in CallName]: (
    input: ParsedInput<N>,
  ) => Result<Answered<CallOutput<N>>> | Promise<Result<Answered<CallOutput<N>>>>;
};
