import path from 'node:path';
import { beginSending, endFailed, endSent, isDue, isOpen } from '#shared/domain/sync/outboxState.ts';
import { concernsWholeTarget, needsPerson } from '#shared/domain/sync/personNeeded.ts';
import { isTemporaryOf, shortDigestOf, temporaryNameOf } from '#shared/domain/sync/remotePath.ts';
import { appError, failWith, fail, succeed, type AppError, type Result } from '#shared/errors/result.ts';
import type { OutboxRecord } from '../../db/outboxTable.ts';
import { onStorageLater, onStorage } from '../../db/storageFailure.ts';
import { outboxFileOf, sweepOutbox } from '../../files/outboxFolder.ts';
import type { RemoteListing, Target } from '../../sync/target.ts';
import type { UseCaseContext } from '../context.ts';
import { measureFile } from '../../files/measureFile.ts';
import { placePackage } from './placePackage.ts';
import type { SyncRun } from './syncRun.ts';

/**
 * Sends what is due to a target, or what is named, one package after another, oldest first. A failure of one does not
 * stop the next, unless it is the target's. Errors: those of the target as a whole, and those of the storage.
 */
export async function push(
  context: UseCaseContext,
  run: SyncRun,
  only: ReadonlySet<string> | null,
): Promise<Result<null>> {
  const { store } = context;
  const read = store.read((reader) => succeed(reader.listOpenOf(run.record.number)));
  if (!read.ok) return read;
  const chosen = read.value.filter((item) => (only ? only.has(item.id) : isDue(item.state, context.now())));
  run.progress.toSend += chosen.length;
  for (const item of chosen) {
    if (run.isCancelled()) return succeed(null);
    const sent = await sendOne(context, run.target, item);
    if (sent.ok) {
      run.progress.counts.sent += 1;
      continue;
    }
    run.progress.counts.failed += 1;
    if (sent.errors.some(({ code }) => concernsWholeTarget(code))) return sent;
  }
  return sweep(context);
}

async function sendOne(context: UseCaseContext, target: Target, item: OutboxRecord): Promise<Result<null>> {
  const { store } = context;
  const begun = store.write((writer) => {
    const current = writer.findOutboxItem(item.id);
    // Taken back a moment ago.
    if (!current || !isOpen(current.state)) return failWith('outbox-item-unknown');
    const state = beginSending(current.state, context.now().toISOString());
    writer.setOutboxState(item.number, state);
    return succeed({ state, replicaId: writer.replicaId });
  });
  if (!begun.ok) return begun;
  const { state, replicaId } = begun.value;
  const file = outboxFileOf(path.dirname(store.file), item.sha256);
  const temporaryName = temporaryNameOf(replicaId, shortDigestOf(item.sha256));
  const placed = await placeChecked(target, { ...item, file, temporaryName });
  const noted = store.write((writer) => {
    if (placed.ok) writer.setOutboxState(item.number, endSent(state, context.now().toISOString()));
    else writer.setOutboxState(item.number, failed(context, state, placed.errors));
    return succeed(null);
  });
  if (!noted.ok) return noted;
  if (!placed.ok) return placed;
  await clearOwnLeftovers(context, target, path.posix.dirname(item.remotePath), placed.value);
  return succeed(null);
}

/** What cannot arrive whole may not be whole here: then sending it again would help nobody. */
async function placeChecked(
  target: Target,
  placing: Parameters<typeof placePackage>[1],
): Promise<Result<RemoteListing>> {
  const here = await onStorageLater(placing.file, async () => succeed(await measureFile(placing.file)));
  const isWhole = here.ok && here.value.size === placing.size && here.value.sha256 === placing.sha256;
  if (!isWhole) {
    const isMissing = here.ok || here.errors.some(({ code }) => code === 'file-not-found');
    return isMissing ? failWith('outbox-package-gone') : here;
  }
  return await placePackage(target, placing);
}

function failed(
  context: UseCaseContext,
  state: Parameters<typeof endFailed>[0],
  errors: readonly AppError[],
) {
  const error = errors[0] ?? appError('unexpected');
  const reason = { error, needsPerson: needsPerson(error.code) };
  return endFailed(state, reason, context.now(), Math.random());
}

/**
 * Deletes what this installation left half-done in a folder for packages that it no longer sends. That this may fail
 * does no harm: nobody takes such a file for a package, and the next look tries again.
 */
export async function clearOwnLeftovers(
  { store }: UseCaseContext,
  target: Target,
  folder: string,
  { entries }: RemoteListing,
): Promise<void> {
  const kept = store.read((reader) => {
    const own = entries.filter(({ name }) => isTemporaryOf(reader.replicaId, name));
    // As good as always; the outbox may be long.
    if (own.length === 0) return succeed([]);
    const open = new Set(
      reader.listOutbox(0).map(({ sha256 }) => temporaryNameOf(reader.replicaId, shortDigestOf(sha256))),
    );
    return succeed(own.filter(({ name }) => !open.has(name)));
  });
  if (!kept.ok) return;
  for (const { name } of kept.value) await target.remove(`${folder}/${name}`);
}

/** The bytes of what has arrived are of no use any more. Errors of the storage. */
export function sweep({ store }: UseCaseContext): Result<null> {
  const awaited = store.read((reader) => succeed(reader.listOutbox(0).map(({ sha256 }) => sha256)));
  if (!awaited.ok) return fail(awaited.errors);
  return onStorage(store.file, () => {
    sweepOutbox(path.dirname(store.file), new Set(awaited.value));
    return succeed(null);
  });
}
