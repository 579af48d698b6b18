import Database from 'better-sqlite3';

export interface DatabaseLock {
  release(): void;
}

/**
 * Keeps every other process away from a database while it is open. The lock is an exclusive transaction on an
 * empty SQLite file beside it, `<databaseFile>.lock`: the operating system frees it however the process ends,
 * so that a killed process never leaves one behind. The file itself stays; deleting it would be a race.
 *
 * Throws `SQLITE_BUSY` when another process still holds it after `waitMilliseconds`.
 */
export function takeDatabaseLock(databaseFile: string, waitMilliseconds: number): DatabaseLock {
  const lock = new Database(`${databaseFile}.lock`, { timeout: waitMilliseconds });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw error;
  }
  return { release: () => lock.close() };
}
