import { realpathSync } from 'node:fs';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { takeDatabaseLock } from '../db/databaseLock.ts';
import { migrations } from '../db/migrations.ts';
import {
  adaptReplacement,
  clearReplacement,
  copyReplacement,
  setDamagedAside,
  swapInReplacement,
  verifyReplacement,
} from '../db/replaceDatabase.ts';
import { onStorage } from '../db/storageFailure.ts';
import { backupFolderOf, listBackupFiles, type Backup } from '../files/backupFolder.ts';

/** What restoring works with where no store is open. */
export interface ClosedDatabase {
  readonly databaseFile: string;
  readonly now: () => Date;
  readonly newId: () => string;
}

/**
 * For a database that no longer opens: sets it aside as it is and puts the newest sound backup in its place, in the
 * same order of steps as `restoreBackup`. The day of that backup. Errors: `backup-none`, `database-in-use`, and
 * those of the storage.
 */
export function restoreNewestBackup(closed: ClosedDatabase): Result<{ readonly createdAt: Date }> {
  return onStorage(closed.databaseFile, () => {
    const file = realpathSync(closed.databaseFile);
    const lock = takeDatabaseLock(file, 0);
    try {
      return putNewestInPlace({ ...closed, databaseFile: file });
    } finally {
      clearReplacement(file);
      lock.release();
    }
  });
}

function putNewestInPlace({
  databaseFile,
  now,
  newId,
}: ClosedDatabase): Result<{ readonly createdAt: Date }> {
  const sound = wrongDaysLast(listBackupFiles(databaseFile), now()).find((backup) => {
    copyReplacement(backup.file, databaseFile);
    return verifyReplacement(databaseFile, migrations) === undefined;
  });
  if (!sound) return failWith('backup-none');
  adaptReplacement(databaseFile, migrations, newId());
  setDamagedAside(databaseFile, backupFolderOf(databaseFile), now());
  swapInReplacement(databaseFile);
  return succeed({ createdAt: sound.createdAt });
}

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** Newest first, but after all others those from days to come: the clock was wrong when they were made. */
function wrongDaysLast(backups: readonly Backup[], now: Date): readonly Backup[] {
  const isAhead = ({ createdAt }: Backup): boolean => createdAt.getTime() - now.getTime() > dayMilliseconds;
  return [...backups.filter((backup) => !isAhead(backup)), ...backups.filter(isAhead)];
}
