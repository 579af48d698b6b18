import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { readBackupName, type BackupReason } from './backupName.ts';
import { chooseBackupsToKeep } from './chooseBackupsToKeep.ts';

/** A finished copy of a database. It holds the digests of the evidence files it needs; those are never deleted. */
export interface Backup {
  readonly name: string;
  readonly file: string;
  readonly createdAt: Date;
  readonly reason: BackupReason;
  /** In bytes. */
  readonly size: number;
}

/** `backups/` beside the database. */
export function backupFolderOf(databaseFile: string): string {
  return path.join(path.dirname(databaseFile), 'backups');
}

/** The backups of one database, newest first. Throws what the file system throws. */
export function listBackupFiles(databaseFile: string): readonly Backup[] {
  const folder = backupFolderOf(databaseFile);
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder, { withFileTypes: true }).flatMap((entry): Backup[] => {
    const name = readBackupName(path.basename(databaseFile), entry.name);
    if (name === undefined || !entry.isFile()) return [];
    const file = path.join(folder, entry.name);
    return [{ ...name, name: entry.name, file, size: statSync(file).size }];
  });
  return found.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
}

/**
 * Deletes what rotation does not keep and what an interrupted copy left behind, never the copy just made: a clock that
 * fell back by years dates it before all others. Throws what the file system throws.
 */
export function rotateBackups(databaseFile: string, justMade: string): void {
  const backups = listBackupFiles(databaseFile);
  const kept = chooseBackupsToKeep(backups);
  for (const backup of backups) {
    if (backup.name !== justMade && !kept.has(backup.name)) rmSync(backup.file, { force: true });
  }
  const folder = backupFolderOf(databaseFile);
  if (!existsSync(folder)) return;
  const unfinished = readdirSync(folder).filter(
    (name) => name.startsWith(`${path.basename(databaseFile)}.`) && name.includes('.unfinished'),
  );
  for (const name of unfinished) rmSync(path.join(folder, name), { force: true });
}
