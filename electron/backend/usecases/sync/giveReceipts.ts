import { rmSync } from 'node:fs';
import path from 'node:path';
import { appError, fail, succeed, type AppError, type Result } from '#shared/errors/result.ts';
import { makeWorkingFolder, workingFolderOf } from '../../files/workingFolder.ts';
import { onStorageLater } from '../../db/storageFailure.ts';
import type { UseCaseContext } from '../context.ts';
import type { ImportedFile } from '../imports/importedFile.ts';
import { exportReceipt } from '../receipts/exportReceipt.ts';
import { addFileToOutbox } from './addToOutbox.ts';
import { describeNotQueued, type SyncRun } from './syncRun.ts';

/**
 * Puts a receipt into the outbox for each assessment that files of its unit have told of, unless its newest file has had
 * one at this target. One that cannot be written is noted in the progress and does not keep the others back. Answers with
 * the assessments that still wait for theirs, each with the reason. Errors: those of the storage.
 */
export async function giveReceipts(
  context: UseCaseContext,
  run: SyncRun,
  files: readonly ImportedFile[],
): Promise<Result<ReadonlyMap<string, AppError>>> {
  const told = files.filter(({ kind, verdict }) => kind === 'assessment' && verdict !== 'refused');
  const assessments = new Set(told.flatMap(({ assessmentId }) => assessmentId ?? []));
  const owed = new Map<string, AppError>();
  for (const assessmentId of assessments) {
    const found = context.store.read((reader) => succeed(reader.findAssessment(assessmentId)));
    if (!found.ok) return found;
    const given = await giveReceipt(context, run, assessmentId);
    if (given.ok || !found.value) continue;
    run.progress.notQueued.push(...describeNotQueued(found.value, given.errors));
    owed.set(assessmentId, given.errors[0] ?? appError('unexpected'));
  }
  return succeed(owed);
}

async function giveReceipt(
  context: UseCaseContext,
  { record, progress }: SyncRun,
  assessmentId: string,
): Promise<Result<null>> {
  const { store } = context;
  const isOwed = store.read((reader) => {
    const assessment = reader.findAssessment(assessmentId);
    const newest =
      assessment &&
      reader.listPackagesOfAssessment(assessment.number).findLast(({ kind }) => kind === 'assessment');
    // What was made here, and is only met again, came from nobody.
    return succeed(newest !== undefined && !reader.hasReceiptFor(record.number, newest.sha256));
  });
  if (!isOwed.ok) return isOwed;
  if (!isOwed.value) return succeed(null);
  return await onStorageLater(store.file, async () => {
    const folder = makeWorkingFolder(workingFolderOf(path.dirname(store.file)));
    try {
      const wish = { assessmentId, passphrase: null, recipients: [] };
      const receipt = await exportReceipt(context, wish, folder);
      if (!receipt.ok) return receipt;
      const added = await addFileToOutbox(context, receipt.value.file, { targetId: record.id });
      if (!added.ok) return fail(added.errors);
      progress.counts.receipts += 1;
      return succeed(null);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
