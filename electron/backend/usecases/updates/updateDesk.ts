import type { CallOutput } from '#shared/api/contract.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { BackupReason } from '../../files/backupName.ts';

type Nothing = Record<string, never>;

/** What keeps the data safe around an update; the backend's part. */
export interface UpdateSafety {
  /** Copies the database aside before anything changes. Errors of the storage. */
  backUp(): Result<{ readonly name: string }>;
  /**
   * Puts the data back to a copy made before an update, where the schema has changed since; afterwards the backend is
   * closed. Errors: those of `returnToBackup`.
   */
  returnTo(backup: string): Result<null>;
}

/** What a host that can update the app offers; only the desktop host can. */
export interface UpdateDesk {
  read(): Result<CallOutput<'updates.read'>>;
  /** Lets the officer choose an update file and checks it. Errors: `update-not-here` and those of the file. */
  choose(): Promise<Result<CallOutput<'updates.choose'>>>;
  /** Installs the file checked last; the app ends and starts again. Errors: `update-none-chosen`, the storage's. */
  install(safety: UpdateSafety): Promise<Result<Nothing>>;
  /** Errors: `update-no-way-back`, those of `UpdateSafety.returnTo`, the storage's. */
  goBack(safety: UpdateSafety): Promise<Result<Nothing>>;
}

/** Why a copy is made before an update; rotation treats it as any other. */
export const updateBackupReason = 'before-update' satisfies BackupReason;

/** Where the app cannot update itself: in the browser host and in tests. */
export function withoutUpdates(version: string): UpdateDesk {
  const refuse = () => Promise.resolve(failWith('update-not-here'));
  return {
    read: () => succeed({ version, way: 'browser', previous: null }),
    choose: refuse,
    install: refuse,
    goBack: refuse,
  };
}
