import type { Result } from '../../shared/errors/result.ts';

/** The value of a result that cannot fail here; a benchmark of failures would mean nothing. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.errors.map((error) => `${error.code} ${error.place ?? ''}`).join('\n'));
}
