import Database from 'better-sqlite3';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { takeDatabaseLock } from '../../db/databaseLock.ts';
import { readVersion } from '../../db/migrateDatabase.ts';
import { migrations } from '../../db/migrations.ts';
import {
  adaptReplacement,
  clearReplacement,
  copyReplacement,
  replacementOf,
  swapInReplacement,
  verifyReplacement,
} from '../../db/replaceDatabase.ts';
import { onStorage } from '../../db/storageFailure.ts';
import { listBackupFiles } from '../../files/backupFolder.ts';
import type { ClosedDatabase } from '../restoreNewestBackup.ts';

/** Whether the live database has another schema than a backup of it. Errors: `backup-unknown`, and the storage's. */
export function hasOtherSchema(databaseFile: string, name: string): Result<boolean> {
  const found = findBackup(databaseFile, name);
  if (!found.ok) return found;
  return onStorage(databaseFile, () => succeed(versionOf(found.value) !== versionOf(databaseFile)));
}

/**
 * Puts a backup in the place of a closed database in the schema that it has, for the earlier version of the app that
 * wrote it; in the same order of steps as `restoreBackup`. Errors: `backup-unknown`, `backup-damaged`,
 * `database-in-use`, and those of the storage.
 */
export function returnToBackup(closed: ClosedDatabase, name: string): Result<null> {
  const found = findBackup(closed.databaseFile, name);
  if (!found.ok) return found;
  return onStorage(closed.databaseFile, () => {
    const lock = takeDatabaseLock(closed.databaseFile, 500);
    try {
      copyReplacement(found.value, closed.databaseFile);
      if (verifyReplacement(closed.databaseFile, migrations) !== undefined)
        return failWith('backup-damaged', { name });
      const version = versionOf(replacementOf(closed.databaseFile));
      const known = migrations.filter(({ number }) => number <= version);
      adaptReplacement(closed.databaseFile, known, closed.newId());
      swapInReplacement(closed.databaseFile);
      return succeed(null);
    } finally {
      clearReplacement(closed.databaseFile);
      lock.release();
    }
  });
}

function findBackup(databaseFile: string, name: string): Result<string> {
  const backup = listBackupFiles(databaseFile).find((known) => known.name === name);
  return backup ? succeed(backup.file) : failWith('backup-unknown', { name: name.slice(0, 200) });
}

function versionOf(file: string): number {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    return readVersion(database);
  } finally {
    database.close();
  }
}
