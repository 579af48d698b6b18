import path from 'node:path';
import type Database from 'better-sqlite3';
import { backupFolderOf } from '../files/backupFolder.ts';
import { writeBackupName } from '../files/backupName.ts';
import { copyDatabase } from './copyDatabase.ts';
import type { Migration } from './migration.ts';

/** "THSO"; tells our databases from other SQLite files (https://sqlite.org/pragma.html#pragma_application_id). */
export const applicationId = 0x5448534f;

export function readVersion(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/**
 * Brings a database to the newest schema in one transaction: a failure or a kill in the middle leaves the old
 * version as it was. Before an existing database is touched, a copy of it is set aside in `backups/`.
 * Throws what SQLite or the file system throws.
 */
export function migrateDatabase(
  database: Database.Database,
  databaseFile: string,
  migrations: readonly Migration[],
  now: Date,
): void {
  const version = readVersion(database);
  if (version > 0 && listPending(database, migrations).length > 0) {
    const name = writeBackupName(path.basename(databaseFile), { createdAt: now, reason: 'before-migration' });
    copyDatabase(database, path.join(backupFolderOf(databaseFile), name));
  }
  applyMigrations(database, migrations);
}

/** The same without the copy, for a database that is a copy itself. */
export function applyMigrations(database: Database.Database, migrations: readonly Migration[]): void {
  const pending = listPending(database, migrations);
  if (pending.length === 0) return;
  // A step may rebuild a table; https://sqlite.org/lang_altertable.html#otheralter asks for this around it.
  database.pragma('foreign_keys = OFF');
  try {
    database
      .transaction(() => {
        for (const migration of pending) {
          database.exec(migration.sql);
          database.pragma(`user_version = ${String(migration.number)}`);
        }
        database.pragma(`application_id = ${String(applicationId)}`);
        const broken = database.pragma('foreign_key_check') as readonly unknown[];
        if (broken.length > 0) throw new Error(`Migration breaks ${String(broken.length)} references`);
      })
      .exclusive();
  } finally {
    database.pragma('foreign_keys = ON');
  }
}

function listPending(database: Database.Database, migrations: readonly Migration[]): readonly Migration[] {
  const version = readVersion(database);
  return migrations.filter((migration) => migration.number > version);
}
