import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { applicationId, migrateDatabase, readVersion } from './migrateDatabase.ts';
import type { Migration } from './migration.ts';

/**
 * Opens a database file, checks that it is ours, sound and not too new, and brings it to the newest schema.
 * Nothing is written before the checks have passed. Errors: `database-not-ours`, `database-too-new`,
 * `database-damaged`; throws what SQLite or the file system throws.
 */
export function openDatabase(
  file: string,
  migrations: readonly Migration[],
  now: Date,
): Result<Database.Database> {
  const database = new Database(file, { timeout: busyWaitMilliseconds });
  try {
    const checked = checkDatabase(database, file, migrations.at(-1)?.number ?? 0);
    if (!checked.ok) {
      database.close();
      return checked;
    }
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma(`wal_autocheckpoint = ${String(pagesBetweenCheckpoints)}`);
    database.pragma(`cache_size = -${String(cacheKibibytes)}`);
    // Without it INSERT OR REPLACE would pass the triggers that protect the change log.
    database.pragma('recursive_triggers = ON');
    migrateDatabase(database, file, migrations, now);
    // A file that may only be read opens well; the officer must hear of it now, not at the first answer.
    database.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${String(readVersion(database))}; ROLLBACK`);
    return succeed(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Folding the log into the database writes every changed page once more. Four times the usual 1000 pages keep that
 * rare during an import of many files; the log then grows to 16 MB.
 */
const pagesBetweenCheckpoints = 4000;
const cacheKibibytes = 8 * 1024;

/** Only a foreign program (a backup tool, a viewer) can hold the database itself: ours hold the lock. */
const busyWaitMilliseconds = 2000;

/**
 * Up to this size the whole file is checked at every opening: 5 to 8 ms of processor for each MB (measured), and a
 * commune fills about 1 MB. In a larger file SQLite still notices damage when it meets it.
 */
const fullCheckLimitBytes = 16 * 1024 * 1024;

function checkDatabase(database: Database.Database, file: string, newest: number): Result<null> {
  const version = readVersion(database);
  const owner = Number(database.pragma('application_id', { simple: true }));
  const isEmpty = database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
  if (isEmpty && version === 0) return succeed(null);
  if (owner !== applicationId) return failWith('database-not-ours', { path: file });
  if (version > newest) return failWith('database-too-new', { path: file, found: version, known: newest });
  if (statSync(file).size > fullCheckLimitBytes) return succeed(null);
  const verdict = String(database.pragma('quick_check(1)', { simple: true }));
  return verdict === 'ok'
    ? succeed(null)
    : failWith('database-damaged', { path: file, reason: verdict.slice(0, 120) });
}
