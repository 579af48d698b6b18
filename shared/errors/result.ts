import type { ErrorCode } from './errorCodes.ts';

/**
 * An expected failure. `code` is also the key of its sentence in the `errors` catalogue, `params` fill that
 * sentence in, and `place` says where in the input the fault is (a criterion code, a path such as `answers.1.1.value`).
 */
export interface AppError {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly place?: string;
}

/** What every call that can fail as expected returns: the value, or all of its faults at once (never an empty list). */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: readonly AppError[] };

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(errors: readonly AppError[]): Result<never> {
  return { ok: false, errors };
}

/** One error as a value; `place` is left out when it is not known. */
export function appError(
  code: ErrorCode,
  params: Readonly<Record<string, string | number>> = {},
  place?: string,
): AppError {
  return place === undefined ? { code, params } : { code, params, place };
}

export function failWith(
  code: ErrorCode,
  params: Readonly<Record<string, string | number>> = {},
  place?: string,
): Result<never> {
  return fail([appError(code, params, place)]);
}

/** All values if every result succeeded, otherwise every fault of every result. */
export function collect<T>(results: readonly Result<T>[]): Result<readonly T[]> {
  const values: T[] = [];
  const errors: AppError[] = [];
  for (const result of results) {
    if (result.ok) values.push(result.value);
    else errors.push(...result.errors);
  }
  return errors.length > 0 ? fail(errors) : succeed(values);
}
