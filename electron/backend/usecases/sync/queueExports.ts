import { rmSync } from 'node:fs';
import path from 'node:path';
import { partByStage, stagesOwnedBy } from '#shared/domain/merge/stageOwners.ts';
import { collect, succeed, type Result } from '#shared/errors/result.ts';
import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import type { OutboxRecord } from '../../db/outboxTable.ts';
import { onStorageLater } from '../../db/storageFailure.ts';
import type { StoreReader } from '../../db/store.ts';
import { makeWorkingFolder, workingFolderOf } from '../../files/workingFolder.ts';
import type { UseCaseContext } from '../context.ts';
import { findAssessment } from '../editableAssessment.ts';
import { chooseEncryption, type EncryptionChoice } from '../exporting/chooseEncryption.ts';
import { exportInto } from '../exporting/exportPackage.ts';
import { findSender } from '../exporting/sender.ts';
import { readSigning } from '../readSigning.ts';
import { exportResultFiles } from '../results/exportResults.ts';
import { addFileToOutbox } from './addToOutbox.ts';
import { describeNotQueued, type NotQueued } from './syncRun.ts';

/** What somebody has decided to send. */
export interface QueueWish extends EncryptionChoice {
  readonly targetId: string;
  /** These assessments, whatever was sent of them before; or all of which something was decided since. */
  readonly assessments: readonly string[] | 'all';
  /** From a level above: with the files that the units sent, for a level that has not seen them. */
  readonly withOriginals: boolean;
}

/** What was put into the outbox, and what could not be. */
export interface Queued {
  /** Files. */
  readonly queued: number;
  readonly notQueued: readonly NotQueued[];
}

/**
 * Exports assessments and puts the files into the outbox: from a unit its form, from a level above what was judged, with
 * the originals if asked. `all` stands for forms that are signed and not in the outbox under that signature yet, and for
 * judgements with something newer than what is there. One that cannot be exported does not keep the others back. Errors:
 * `assessment-unknown`, those of `openKeyring`, of `chooseEncryption` and of the storage.
 */
export async function queueExports(
  context: UseCaseContext,
  { assessments, ...wish }: QueueWish,
): Promise<Result<Queued>> {
  const possible = checkEncryption(context, wish);
  if (!possible.ok) return possible;
  const chosen = assessments === 'all' ? listDue(context, wish) : findAll(context, assessments);
  if (!chosen.ok) return chosen;
  const notQueued: NotQueued[] = [];
  let queued = 0;
  for (const record of chosen.value) {
    const added = await queueOne(context, record, wish);
    if (added.ok) queued += added.value.ids.length;
    else notQueued.push(...describeNotQueued(record, added.errors));
  }
  return succeed({ queued, notQueued });
}

/** What would fail for each file alike is said once. */
function checkEncryption({ keys }: UseCaseContext, choice: EncryptionChoice): Result<unknown> {
  const keyring = keys();
  return keyring.ok ? chooseEncryption(choice, keyring.value) : keyring;
}

async function queueOne(
  context: UseCaseContext,
  record: AssessmentRecord,
  wish: Omit<QueueWish, 'assessments'>,
): Promise<Result<{ readonly ids: string[] }>> {
  return await inWorkingFolder(context, async (folder) => {
    const files = { masked: false, evidenceFiles: true, onlyReview: !wish.withOriginals };
    const role = context.store.read((reader) => succeed(findSender(reader, record).role));
    if (!role.ok) return role;
    const { passphrase, recipients } = wish;
    const options = role.value === 'commune' ? { ...files, onlyReview: false } : files;
    const input = { assessmentId: record.id, passphrase, recipients: [...recipients], ...options };
    const exported = await exportInto(context, input, folder);
    return exported.ok ? await addFileToOutbox(context, exported.value.file, wish) : exported;
  });
}

/** Results of a period, to be given back to all units below. */
export interface QueueResultsWish extends EncryptionChoice {
  readonly targetId: string;
  readonly period: string;
  readonly setId: string;
}

/**
 * Puts the results of all units of a period into the outbox, each for its unit's folder. Answers with how many. Errors:
 * those of `exportResultFiles` and `addFileToOutbox`.
 */
export async function queueResults(context: UseCaseContext, wish: QueueResultsWish): Promise<Result<number>> {
  return await inWorkingFolder(context, async (folder) => {
    const exported = await exportResultFiles(context, { ...wish, assessmentId: null, masked: false }, folder);
    if (!exported.ok) return exported;
    for (const { file } of exported.value.files) {
      const added = await addFileToOutbox(context, file, wish);
      if (!added.ok) return added;
    }
    return succeed(exported.value.files.length);
  });
}

async function inWorkingFolder<T>(
  { store }: UseCaseContext,
  work: (folder: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  return await onStorageLater(store.file, async () => {
    const folder = makeWorkingFolder(workingFolderOf(path.dirname(store.file)));
    try {
      return await work(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

function findAll({ store }: UseCaseContext, ids: readonly string[]): Result<readonly AssessmentRecord[]> {
  return store.read((reader) => collect(ids.map((id) => findAssessment(reader, id))));
}

function listDue(
  { store }: UseCaseContext,
  { targetId, withOriginals }: Omit<QueueWish, 'assessments'>,
): Result<readonly AssessmentRecord[]> {
  return store.read((reader) => {
    const target = reader.findTarget(targetId);
    const items = reader.listOutbox(Number.MAX_SAFE_INTEGER).filter((item) => item.target === target?.number);
    const isDue = (record: AssessmentRecord) =>
      findSender(reader, record).role === 'commune'
        ? isSignedSince(reader, record, items)
        : isJudgedSince(reader, record, items, withOriginals);
    return succeed(reader.listAssessments().filter(isDue));
  });
}

function isSignedSince(
  reader: StoreReader,
  record: AssessmentRecord,
  items: readonly OutboxRecord[],
): boolean {
  const sender = findSender(reader, record);
  const isOwn = stagesOwnedBy({ role: 'commune', unitCode: sender.unit.code }, record.unitCode).length > 0;
  const { state, revision } = readSigning(reader, record.number);
  if (!isOwn || state !== 'signed') return false;
  return !items.some(
    (item) => item.kind === 'assessment' && item.revision === revision && isAbout(item, record),
  );
}

/** By when things happened here: what a colleague decided long ago and sent today is newer than what went out yesterday. */
function isJudgedSince(
  reader: StoreReader,
  record: AssessmentRecord,
  items: readonly OutboxRecord[],
  withOriginals: boolean,
): boolean {
  const { role, unit } = findSender(reader, record);
  const stages = stagesOwnedBy({ role, unitCode: unit.code }, record.unitCode);
  const { owned } = partByStage(reader.readLog(record.number), stages);
  const arrivals = reader
    .listPackagesOfAssessment(record.number)
    // A form may bring a signature or a recall alone.
    .filter(({ kind, changes }) => (kind === 'review' ? changes > 0 : withOriginals));
  const moments = [
    ...owned.map(({ changedAt }) => changedAt),
    ...arrivals.map(({ receivedAt }) => receivedAt),
  ];
  const kind = withOriginals ? 'bundle' : 'review';
  const sent = items.filter((item) => item.kind === kind && isAbout(item, record));
  if (owned.length === 0 && !withOriginals) return false;
  return moments.some((moment) => sent.every(({ addedAt }) => addedAt < moment));
}

function isAbout({ identity }: OutboxRecord, record: AssessmentRecord): boolean {
  return (
    identity.unitCode === record.unitCode &&
    identity.period === record.period &&
    identity.setId === record.setId &&
    identity.setVersion === record.setVersion
  );
}
