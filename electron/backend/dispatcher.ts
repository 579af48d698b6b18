import { contract, isCallName, type CallName } from '#shared/api/contract.ts';
import { appError, fail, failWith, type AppError, type Result } from '#shared/errors/result.ts';
import type { z } from 'zod';
import type { Handlers } from './handler.ts';

/** What the dispatcher needs besides the handlers. */
export interface DispatcherOptions {
  readonly newId: () => string;
  readonly log: (line: string) => void;
}

/**
 * The one door of the backend: finds the call, parses its input once, runs its handler and lets no exception out.
 * Errors besides the handler's own: `call-unknown`, `input-invalid`, `unexpected` with a `reference` that stands
 * in the log too.
 */
export function createDispatcher(
  handlers: Handlers,
  options: DispatcherOptions,
): (name: string, input: unknown) => Promise<Result<unknown>> {
  return async (name, input) => {
    if (!isCallName(name)) return failWith('call-unknown', { name: name.slice(0, 40) });
    return letNothingOut(name, options, async () => {
      const parsed = contract[name].input.safeParse(input);
      if (!parsed.success) return fail(parsed.error.issues.map(toInputError));
      return await handle(handlers, name, parsed.data);
    });
  };
}

/** Runs work of the backend; what nobody expected is logged once and comes back as `unexpected`. */
export async function letNothingOut<T>(
  name: string,
  options: DispatcherOptions,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    return fail([toUnexpected(name, error, options)]);
  }
}

// `handlers` is typed call by call; that name and input belong together was just checked by the call's own schema.
function handle(
  handlers: Handlers,
  name: CallName,
  input: unknown,
): Promise<Result<unknown>> | Result<unknown> {
  const handler = handlers[name] as (input: unknown) => Promise<Result<unknown>> | Result<unknown>;
  return handler(input);
}

function toInputError(issue: z.core.$ZodIssue): AppError {
  return appError('input-invalid', { reason: issue.code }, issue.path.map(String).join('.'));
}

/** Logs a failure that nobody expected; the error names the line of the log. */
export function toUnexpected(name: string, error: unknown, options: DispatcherOptions): AppError {
  const reference = options.newId().slice(0, 8);
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  options.log(`${reference} ${name}: ${details}`);
  return appError('unexpected', { reference });
}
