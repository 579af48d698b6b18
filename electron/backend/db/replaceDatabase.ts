import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { syncFile, syncFolder } from '../files/syncFolder.ts';
import { applicationId, applyMigrations, readVersion } from './migrateDatabase.ts';
import type { Migration } from './migration.ts';
import { becomeNewReplica, forgetHome } from './ownReplica.ts';

/** Beside the live file, so that a rename puts it in place. */
export function replacementOf(databaseFile: string): string {
  return `${databaseFile}.restoring`;
}

/** Throws away what an interrupted restore left beside a database. */
export function clearReplacement(databaseFile: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) {
    rmSync(`${replacementOf(databaseFile)}${ending}`, { force: true });
  }
}

/** Copies a database beside the live one; the copy is on the disk when this returns. */
export function copyReplacement(sourceFile: string, databaseFile: string): void {
  clearReplacement(databaseFile);
  copyFileSync(sourceFile, replacementOf(databaseFile));
  syncFile(replacementOf(databaseFile));
}

/** What is wrong with a copy that was to be restored. */
export type ReplacementFault = 'damaged' | 'too-new';

/** Looks at every page of the copy beside the live database: is it ours, sound, and not newer than this app? */
export function verifyReplacement(
  databaseFile: string,
  migrations: readonly Migration[],
): ReplacementFault | undefined {
  const database = new Database(replacementOf(databaseFile));
  try {
    if (Number(database.pragma('application_id', { simple: true })) !== applicationId) return 'damaged';
    if (readVersion(database) > (migrations.at(-1)?.number ?? 0)) return 'too-new';
    const verdict = String(database.pragma('integrity_check(1)', { simple: true }));
    const broken = database.pragma('foreign_key_check') as readonly unknown[];
    return verdict === 'ok' && broken.length === 0 ? undefined : 'damaged';
  } catch (error) {
    if (error instanceof Database.SqliteError && /^SQLITE_(?:CORRUPT|NOTADB)/u.test(error.code))
      return 'damaged';
    throw error;
  } finally {
    database.close();
  }
}

/**
 * Makes the copy what it must be once it is live: the newest schema, and this installation a new replica. Dots
 * counted on from an old copy would name edits that other machines already know by the same name (design §6).
 */
export function adaptReplacement(
  databaseFile: string,
  migrations: readonly Migration[],
  newReplicaId: string,
): void {
  const file = replacementOf(databaseFile);
  const database = new Database(file);
  try {
    database.pragma('synchronous = FULL');
    applyMigrations(database, migrations);
    database.transaction(() => {
      becomeNewReplica(database, newReplicaId);
      forgetHome(database);
    })();
    leaveWal(database);
  } finally {
    database.close();
  }
  syncFile(file);
}

/**
 * Folds the log into the database and ends logging, so that the file stands alone: a log left behind would be
 * replayed over whatever bears the name next. Errors: `database-in-use` while another program reads it.
 */
export function leaveWal(database: Database.Database): Result<null> {
  const mode = String(database.pragma('journal_mode = DELETE', { simple: true }));
  return mode === 'delete' ? succeed(null) : failWith('database-in-use');
}

/**
 * Copies a damaged database as it is, with its log, into `folder`, for whoever can still read something out of it.
 * No backup is lost for it: the copy is neither listed nor rotated.
 */
export function setDamagedAside(databaseFile: string, folder: string, now: Date): void {
  mkdirSync(folder, { recursive: true });
  const time = now.toISOString().replaceAll(/[-:.]/gu, '');
  const copy = path.join(folder, `${path.basename(databaseFile)}.${time}.damaged`);
  for (const ending of ['', '-wal']) {
    if (!existsSync(`${databaseFile}${ending}`)) continue;
    copyFileSync(`${databaseFile}${ending}`, `${copy}${ending}`);
    syncFile(`${copy}${ending}`);
  }
  syncFolder(folder);
}

/**
 * The moment of a restore: before it the old content holds, after it the new. The database must be closed, and out
 * of WAL mode unless it is damaged: then its log, set aside with it, must not meet the new content.
 */
export function swapInReplacement(databaseFile: string): void {
  for (const ending of ['-wal', '-shm']) rmSync(`${databaseFile}${ending}`, { force: true });
  renameSync(replacementOf(databaseFile), databaseFile);
  syncFolder(path.dirname(databaseFile));
}
