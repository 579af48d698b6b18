import { appError, fail, type AppError, type Result } from '#shared/errors/result.ts';

/**
 * The named error of what a stick or a network drive did; undefined for a fault of ours. Errors: `target-absent`,
 * `target-full`, `target-read-only`, `target-lost`.
 * @param place the target's own folder
 */
function toFolderError(error: unknown, place: string): AppError | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === undefined) return undefined;
  const found = [...causes].find(([pattern]) => pattern.test(code));
  return found && appError(found[1], { place });
}

// What a device that is pulled out answers differs by system and by driver; Windows calls it EIO, ENOENT or UNKNOWN.
const causes = new Map<RegExp, AppError['code']>([
  [/^(?:ENOSPC|EDQUOT|EFBIG)$/u, 'target-full'],
  [/^(?:EROFS|EACCES|EPERM)$/u, 'target-read-only'],
  [
    /^(?:EIO|ENODEV|ENXIO|ESTALE|EBADF|ENOENT|ENOTCONN|EHOSTDOWN|ETIMEDOUT|ENOTDIR|EBUSY|UNKNOWN)$/u,
    'target-lost',
  ],
]);

/** Runs work on a folder; failures that a folder can cause become a result, the rest is thrown on. */
export async function onFolder<T>(place: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const known = toFolderError(error, place);
    if (!known) throw error;
    return fail([known]);
  }
}

/** The same error while bytes are on their way, to be thrown as `TargetFailure`. */
export function folderErrorOf(error: unknown, place: string): AppError {
  const known = toFolderError(error, place);
  if (!known) throw error;
  return known;
}
