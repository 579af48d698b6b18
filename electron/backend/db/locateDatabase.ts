import { closeSync, existsSync, mkdirSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';

/**
 * The real path of the database, after a look at what stands there, before anything is opened or created. A
 * missing folder is made unless the database must exist already. Errors: `database-not-found`,
 * `database-not-ours`, `database-damaged`; throws what the file system throws.
 */
export function locateDatabase(databaseFile: string, mustExist: boolean): Result<string> {
  const given = path.resolve(databaseFile);
  if (!existsSync(given)) {
    if (mustExist) return failWith('database-not-found', { path: given });
    mkdirSync(path.dirname(given), { recursive: true });
  }
  // Two names of one file must meet at one lock.
  const file = existsSync(given)
    ? realpathSync(given)
    : path.join(realpathSync(path.dirname(given)), path.basename(given));
  return checkBeforeOpening(file);
}

function checkBeforeOpening(file: string): Result<string> {
  const size = existsSync(file) ? sizeOfFile(file) : 0;
  if (size === undefined) return failWith('database-not-ours', { path: file });
  if (size === 0) {
    // SQLite throws away the log of an empty database; a log with content says that the database was lost, not new.
    return hasContent(`${file}-wal`)
      ? failWith('database-damaged', { path: file, reason: 'emptied' })
      : succeed(file);
  }
  const start = readStart(file);
  if (start.every((byte) => byte === 0))
    return failWith('database-damaged', { path: file, reason: 'zero-filled' });
  return start.equals(sqliteMagic) ? succeed(file) : failWith('database-not-ours', { path: file });
}

// https://sqlite.org/fileformat2.html#magic_header_string
const sqliteMagic = Buffer.from('SQLite format 3\0', 'latin1');

function readStart(file: string): Buffer {
  const start = Buffer.alloc(sqliteMagic.length);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, start);
  } finally {
    closeSync(handle);
  }
  return start;
}

function sizeOfFile(file: string): number | undefined {
  const found = statSync(file);
  return found.isFile() ? found.size : undefined;
}

function hasContent(file: string): boolean {
  return existsSync(file) && statSync(file).size > 0;
}
