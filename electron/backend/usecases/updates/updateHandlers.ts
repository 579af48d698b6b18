import { succeed, type Result } from '#shared/errors/result.ts';
import type { Handlers } from '../../handler.ts';
import { createBackup } from '../backups.ts';
import type { UseCaseContext } from '../context.ts';
import { hasOtherSchema, returnToBackup } from './returnToBackup.ts';
import { updateBackupReason, type UpdateDesk, type UpdateSafety } from './updateDesk.ts';

type UpdateCall = Extract<keyof Handlers, `updates.${string}`>;

/** @param closeBackend called before the data go back to what an earlier version can read */
export function updateHandlers(
  context: UseCaseContext,
  desk: UpdateDesk,
  closeBackend: () => void,
): Pick<Handlers, UpdateCall> {
  const safety: UpdateSafety = {
    backUp: () => createBackup(context, updateBackupReason),
    returnTo: (backup) => returnTo(context, backup, closeBackend),
  };
  return {
    'updates.read': () => desk.read(),
    'updates.choose': () => desk.choose(),
    'updates.install': () => desk.install(safety),
    'updates.goBack': () => desk.goBack(safety),
  };
}

function returnTo(context: UseCaseContext, backup: string, closeBackend: () => void): Result<null> {
  const { now, newId } = context;
  const databaseFile = context.store.file;
  const isOther = hasOtherSchema(databaseFile, backup);
  if (!isOther.ok) return isOther;
  if (!isOther.value) return succeed(null);
  const aside = createBackup(context, 'before-restore');
  if (!aside.ok) return aside;
  closeBackend();
  return returnToBackup({ databaseFile, now, newId }, backup);
}
