import type { OutboxItem } from '#shared/api/syncCalls.ts';
import { isReceipted } from '#shared/domain/sync/neededFiles.ts';
import { acknowledge, isOpen, type OutboxState } from '#shared/domain/sync/outboxState.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { OutboxRecord } from '../../db/outboxTable.ts';
import type { StoreReader } from '../../db/store.ts';
import type { UseCaseContext } from '../context.ts';
import { readKeptContent } from '../exporting/keptContent.ts';
import { sweep } from './push.ts';

const waiting = { kind: 'waiting' } as const;

/** Items that need nothing more, besides all that do. */
const shownOfSent = 200;

/**
 * What is on its way out, newest first. What a receipt has come for counts as received, as long as the import of that
 * receipt stands. Errors of the storage.
 * @param isSending whether this process may be sending now; where it is not, what stands as `sending` was left by one
 *   that ended, and waits
 */
export function listOutbox({ store }: UseCaseContext, isSending = true): Result<OutboxItem[]> {
  return store.read((reader) => {
    const receipts = holdReceipts(reader);
    const targets = new Map(reader.listTargets().map((target) => [target.number, target]));
    return succeed(
      reader.listOutbox(shownOfSent).flatMap((item) => {
        const target = targets.get(item.target);
        const state = item.state.kind === 'sending' && !isSending ? waiting : item.state;
        return target ? [describe(reader, { ...item, state }, target, receipts)] : [];
      }),
    );
  });
}

function describe(
  reader: StoreReader,
  item: OutboxRecord,
  target: { readonly id: string; readonly name: string },
  receipts: ReturnType<typeof holdReceipts>,
): OutboxItem {
  const { id, kind, identity, unitName, revision, size, sha256, remotePath, addedAt } = item;
  const assessment = reader.findSameAssessment(identity);
  return {
    id,
    targetId: target.id,
    targetName: target.name,
    kind,
    unitName,
    period: identity.period,
    revision,
    assessmentId: assessment?.id ?? null,
    size,
    sha256,
    remotePath,
    addedAt,
    state: toToldState(withReceipt(item, assessment ? receipts(assessment.number) : [])),
  };
}

interface FoundReceipt {
  readonly packageSha256: string;
  readonly receivedAt: string;
  readonly receiverName: string;
}

function withReceipt({ state, carries, kind }: OutboxRecord, receipts: readonly FoundReceipt[]): OutboxState {
  if (state.kind !== 'sent' || !isReceipted(kind)) return state;
  const found = receipts.find(({ packageSha256 }) => carries.includes(packageSha256));
  if (!found) return state;
  const { receivedAt, receiverName } = found;
  return acknowledge(state, { receivedAt, receiverName });
}

function toToldState(state: OutboxState): OutboxItem['state'] {
  if (state.kind !== 'failed') return state;
  return { ...state, error: { ...state.error, params: { ...state.error.params } } };
}

/** The receipts for an assessment, each read once. */
function holdReceipts(reader: StoreReader): (assessment: number) => readonly FoundReceipt[] {
  const held = new Map<number, readonly FoundReceipt[]>();
  const readAll = (assessment: number) =>
    reader.listReceipts(assessment).flatMap(({ number }) => {
      const document = readKeptContent(reader, number)?.document;
      if (document?.kind !== 'receipt') return [];
      const { of, receivedAt, receiver } = document;
      return [{ packageSha256: of.packageSha256, receivedAt, receiverName: receiver.unit.name }];
    });
  return (assessment) => {
    const known = held.get(assessment) ?? readAll(assessment);
    held.set(assessment, known);
    return known;
  };
}

/**
 * Takes back what has not been sent. Errors: `outbox-item-unknown`, `outbox-item-sent`, `sync-busy` for what is on its way
 * now, and those of the storage.
 * @param isSending as for `listOutbox`
 */
export function removeFromOutbox(
  context: UseCaseContext,
  id: string,
  isSending = false,
): Result<Record<string, never>> {
  const removed = context.store.write((writer) => {
    const item = writer.findOutboxItem(id);
    if (!item) return failWith('outbox-item-unknown');
    if (!isOpen(item.state)) return failWith('outbox-item-sent');
    // It would arrive all the same.
    if (item.state.kind === 'sending' && isSending) return failWith('sync-busy');
    writer.removeOutboxItem(item.number);
    return succeed({});
  });
  if (!removed.ok) return removed;
  const swept = sweep(context);
  return swept.ok ? removed : swept;
}
