import path from 'node:path';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { migrations } from '../db/migrations.ts';
import {
  adaptReplacement,
  clearReplacement,
  copyReplacement,
  setDamagedAside,
  verifyReplacement,
} from '../db/replaceDatabase.ts';
import { onStorage } from '../db/storageFailure.ts';
import { backupFolderOf, listBackupFiles, rotateBackups, type Backup } from '../files/backupFolder.ts';
import { writeBackupName, type BackupReason } from '../files/backupName.ts';
import type { UseCaseContext } from './context.ts';

type BackupContext = Pick<UseCaseContext, 'store' | 'now' | 'newId'>;

/** A backup as the screens show it; `createdAt` is an ISO instant, `size` in bytes. */
export interface ListedBackup {
  readonly name: string;
  readonly createdAt: string;
  readonly size: number;
  readonly reason: BackupReason;
}

/** Newest first. Errors of the storage. */
export function listBackups({ store }: Pick<BackupContext, 'store'>): Result<readonly ListedBackup[]> {
  return onStorage(backupFolderOf(store.file), () =>
    succeed(
      listBackupFiles(store.file).map(({ name, createdAt, size, reason }) => ({
        name,
        createdAt: createdAt.toISOString(),
        size,
        reason,
      })),
    ),
  );
}

/** Copies the database into `backups/`, durable when this returns, then rotates. Errors of the storage. */
export function createBackup(
  context: BackupContext,
  reason: BackupReason,
): Result<{ readonly name: string }> {
  const { store } = context;
  const name = writeBackupName(path.basename(store.file), { createdAt: context.now(), reason });
  return onStorage(backupFolderOf(store.file), () => {
    const copied = store.copyTo(path.join(backupFolderOf(store.file), name));
    if (!copied.ok) return copied;
    rotateBackups(store.file, name);
    return succeed({ name });
  });
}

const dayMilliseconds = 24 * 60 * 60 * 1000;

/**
 * Makes the daily backup where the last is older than a day and there is anything to lose. One dated in the future
 * does not count: the clock was wrong when it was made. Errors of the storage.
 */
export function backUpIfDue(context: BackupContext): Result<null> {
  const now = context.now().getTime();
  const due = onStorage(backupFolderOf(context.store.file), () => {
    const ages = listBackupFiles(context.store.file).map((backup) => now - backup.createdAt.getTime());
    if (ages.some((age) => age >= 0 && age < dayMilliseconds)) return succeed(false);
    return context.store.read((reader) => succeed(reader.listAssessments().length > 0));
  });
  if (!due.ok) return due;
  if (!due.value) return succeed(null);
  const made = createBackup(context, 'automatic');
  return made.ok ? succeed(null) : made;
}

/** Where a restore may be cut off; the tests do it after each of these. */
export const restoreSteps = [
  'copied',
  'verified',
  'adapted',
  'set-aside',
  'closed',
  'swapped',
  'reopened',
] as const;
export type RestoreStep = (typeof restoreSteps)[number];

/**
 * Puts a backup in the place of the present content. The backup is copied beside the live database and verified
 * there, the present content is set aside as a backup of its own, then one rename decides: whatever is cut off
 * before it leaves everything as it was, whatever comes after it finds the restored content whole. The
 * installation goes on as a new replica. Errors: `backup-unknown`, `backup-damaged`, `backup-too-new`,
 * `database-in-use` while a foreign program reads the database, and those of the storage.
 */
export function restoreBackup(
  context: BackupContext,
  name: string,
  onStep: (step: RestoreStep) => void = () => undefined,
): Result<null> {
  const { file } = context.store;
  return onStorage(file, () => {
    const backup = listBackupFiles(file).find((known) => known.name === name);
    if (!backup) return failWith('backup-unknown', { name: name.slice(0, 200) });
    try {
      return restoreBeside(context, backup, onStep);
    } finally {
      clearReplacement(file);
    }
  });
}

function restoreBeside(
  context: BackupContext,
  backup: Backup,
  onStep: (step: RestoreStep) => void,
): Result<null> {
  const { store } = context;
  copyReplacement(backup.file, store.file);
  onStep('copied');
  const fault = verifyReplacement(store.file, migrations);
  if (fault)
    return failWith(fault === 'too-new' ? 'backup-too-new' : 'backup-damaged', { name: backup.name });
  onStep('verified');
  adaptReplacement(store.file, migrations, context.newId());
  onStep('adapted');
  const aside = setPresentAside(context);
  if (!aside.ok) return aside;
  onStep('set-aside');
  const replaced = store.replace(onStep);
  if (!replaced.ok) return putBack(context, aside.value, replaced);
  onStep('reopened');
  return succeed(null);
}

/** The name of the backup made of the present content; null where that is damaged and only its bytes could be kept. */
function setPresentAside(context: BackupContext): Result<string | null> {
  const made = createBackup(context, 'before-restore');
  if (made.ok) return succeed(made.value.name);
  if (made.errors.every((error) => error.code !== 'database-damaged')) return made;
  setDamagedAside(context.store.file, backupFolderOf(context.store.file), context.now());
  return succeed(null);
}

/** After a swap whose result does not open, the content set aside takes its place again, unchanged. */
function putBack({ store }: BackupContext, asideName: string | null, failure: Result<null>): Result<null> {
  const isOpen = store.read(() => succeed(null)).ok;
  if (isOpen || asideName === null) return failure;
  copyReplacement(path.join(backupFolderOf(store.file), asideName), store.file);
  const back = store.replace(() => undefined);
  return back.ok ? failure : back;
}
