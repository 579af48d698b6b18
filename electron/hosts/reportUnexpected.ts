import { randomBytes } from 'node:crypto';
import { failWith, type Result } from '#shared/errors/result.ts';

/** What nobody expected: logged once in full, told to the user as one sentence with the reference of that log line. */
export function reportUnexpected(error: unknown, place: string, log: (line: string) => void): Result<never> {
  const reference = randomBytes(4).toString('hex');
  log(`${reference} ${place}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return failWith('unexpected', { reference });
}
