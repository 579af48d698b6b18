import type { Change } from '#shared/domain/merge/change.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { SignatureEntry } from '#shared/format/package/newest.ts';
import { newestFirst, type Recall, type SignatureRecord } from '../../db/signatureTable.ts';

/** What the signatures of a file do to those known. */
export interface MergedSignatures {
  readonly added: readonly SignatureRecord[];
  /** Recalls of signatures that were known without. */
  readonly recalls: readonly { readonly id: string; readonly recall: Recall }[];
  /** All together, newest first. */
  readonly all: readonly SignatureRecord[];
  /** Whether a signature or a recall is known that the file does not have. */
  readonly lacks: boolean;
}

/** Joins signatures by id; a recall sticks. Errors: `history-contradicts`, where one id names two signatures. */
export function mergeSignatures(
  known: readonly SignatureRecord[],
  incoming: readonly SignatureEntry[],
): Result<MergedSignatures> {
  const byId = new Map(known.map((signature) => [signature.id, signature]));
  const added: SignatureRecord[] = [];
  const recalls: { readonly id: string; readonly recall: Recall }[] = [];
  const arrived = new Set<string>();
  for (const entry of incoming) {
    const same = byId.get(entry.id);
    if (arrived.has(entry.id) || (same && !isSameSignature(same, entry))) {
      return failWith('history-contradicts', {}, `signatures.${entry.id}`);
    }
    arrived.add(entry.id);
    if (!same) added.push(entry);
    else if (entry.recall && !same.recall) recalls.push({ id: entry.id, recall: entry.recall });
    if (!same || (entry.recall && !same.recall))
      byId.set(entry.id, { ...(same ?? entry), recall: entry.recall });
  }
  const recalledHere = incoming.some(({ id, recall }) => !recall && byId.get(id)?.recall);
  const lacks = recalledHere || known.some(({ id }) => !arrived.has(id));
  return succeed({ added, recalls, all: [...byId.values()].toSorted(newestFirst), lacks });
}

/** The newest that was not recalled. */
export function inForce<T extends Pick<SignatureRecord, 'recall'>>(
  newestFirstList: readonly T[],
): T | undefined {
  return newestFirstList.find(({ recall }) => recall === null);
}

/** Whether a signature vouches for all edits of the unit itself. */
export function covers(
  { seen }: Pick<SignatureRecord, 'seen'>,
  log: readonly Pick<Change, 'dot' | 'stage'>[],
): boolean {
  return log.every(
    ({ dot: [replica, counter], stage }) => stage !== 'self' || counter <= (seen[replica] ?? 0),
  );
}

function isSameSignature(one: SignatureRecord, other: SignatureEntry): boolean {
  return (
    one.digest === other.digest &&
    one.revision === other.revision &&
    one.signedAt === other.signedAt &&
    one.name === other.name &&
    one.title === other.title &&
    one.place === other.place &&
    one.date === other.date &&
    isSameSeen(one.seen, other.seen)
  );
}

function isSameSeen(one: SignatureRecord['seen'], other: SignatureRecord['seen']): boolean {
  const replicas = Object.keys(one);
  return (
    replicas.length === Object.keys(other).length &&
    replicas.every((replica) => one[replica] === other[replica])
  );
}
