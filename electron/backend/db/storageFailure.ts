import Database from 'better-sqlite3';
import { appError, fail, type AppError, type Result } from '#shared/errors/result.ts';

/**
 * The named error of a failure that the disk, the folder or the database file can cause; undefined for a fault
 * of ours. `file` is what was being read or written.
 */
export function toStorageError(error: unknown, file: string): AppError | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = error instanceof Database.SqliteError ? error.code : (error as NodeJS.ErrnoException).code;
  if (code === undefined) return undefined;
  const found = [...causes].find(([pattern]) => pattern.test(code));
  return found && appError(found[1], { path: file, reason: code });
}

/** Runs work on storage; failures that `toStorageError` knows become a result, the rest is thrown on. */
export function onStorage<T>(file: string, work: () => Result<T>): Result<T> {
  try {
    return work();
  } catch (error) {
    const known = toStorageError(error, file);
    if (!known) throw error;
    return fail([known]);
  }
}

/** Like `onStorage`, for work that waits. */
export async function onStorageLater<T>(file: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const known = toStorageError(error, file);
    if (!known) throw error;
    return fail([known]);
  }
}

// Result codes: https://sqlite.org/rescode.html. The first pattern that fits decides.
const causes = new Map<RegExp, AppError['code']>([
  [/^(?:SQLITE_FULL|ENOSPC|EDQUOT)$/u, 'disk-full'],
  [/^SQLITE_(?:BUSY|LOCKED)/u, 'database-in-use'],
  [/^SQLITE_(?:CORRUPT|NOTADB|IOERR_SHORT_READ)/u, 'database-damaged'],
  [
    /^(?:SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EROFS$|EACCES$|EPERM$|EEXIST$|ENOTDIR$)/u,
    'folder-read-only',
  ],
  [/^ENOENT$/u, 'file-not-found'],
  [/^(?:SQLITE_IOERR.*READ|EISDIR$)/u, 'file-unreadable'],
  [/^(?:SQLITE_IOERR|EIO$)/u, 'file-not-writable'],
]);
