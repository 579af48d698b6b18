import { createHash } from 'node:crypto';
import { fail, succeed, type Result } from '#shared/errors/result.ts';
import { TargetFailure, type Target } from '../../sync/target.ts';

/** What a file must be. */
export interface Expected {
  readonly size: number;
  readonly sha256: string;
}

/** Reads a file back and says whether it is the same to the byte. Errors: those of `Target.read`, on the way too. */
export async function isSameAt(target: Target, path: string, expected: Expected): Promise<Result<boolean>> {
  const opened = await target.read(path);
  if (!opened.ok) return opened;
  const digest = createHash('sha256');
  let size = 0;
  try {
    for await (const piece of opened.value) {
      size += piece.length;
      if (size > expected.size) return succeed(false);
      digest.update(piece);
    }
  } catch (error) {
    if (error instanceof TargetFailure) return fail([error.error]);
    throw error;
  }
  return succeed(size === expected.size && digest.digest('hex') === expected.sha256);
}
