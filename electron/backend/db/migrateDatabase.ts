import { mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { syncFile, syncFolder } from '../files/syncFolder.ts';
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
  const pending = migrations.filter((migration) => migration.number > version);
  if (pending.length === 0) return;
  if (version > 0) setCopyAside(database, databaseFile, version, now);
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

function setCopyAside(database: Database.Database, databaseFile: string, version: number, now: Date): void {
  const folder = path.join(path.dirname(databaseFile), 'backups');
  mkdirSync(folder, { recursive: true });
  const time = now.toISOString().replaceAll(/[-:.]/gu, '');
  const copy = path.join(folder, `${path.basename(databaseFile)}.version-${String(version)}.${time}.sqlite`);
  const unfinished = `${copy}.${String(process.pid)}.unfinished`;
  database.prepare('VACUUM INTO ?').run(unfinished);
  syncFile(unfinished);
  renameSync(unfinished, copy);
  syncFolder(folder);
}
