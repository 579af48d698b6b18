import type { RemoteFile, RemoteKind } from './remotePath.ts';

export type SyncRole = 'commune' | 'aggregator' | 'city';

const needed: Record<SyncRole, readonly RemoteKind[]> = {
  // What comes back: the officer's own exports are here already.
  commune: ['review', 'receipt'],
  // Receipts of the city tell that what was passed on has arrived.
  aggregator: ['assessment', 'bundle', 'review', 'receipt'],
  city: ['assessment', 'bundle', 'review'],
};

/** Whether a role has any use for a file; whose units it looks at is another question. */
export function isNeededBy(role: SyncRole, { kind }: Pick<RemoteFile, 'kind'>): boolean {
  return needed[role].includes(kind);
}

/** Whether those who take it in answer with a receipt. */
export function isReceipted(kind: RemoteKind | 'criteria-set'): boolean {
  return kind === 'assessment' || kind === 'bundle';
}

const importOrder: readonly RemoteKind[] = ['assessment', 'bundle', 'review', 'receipt'];

/** What others speak of comes first: reviews and receipts need their assessment. */
export function inImportOrder<T extends Pick<RemoteFile, 'kind' | 'revision'>>(
  files: readonly T[],
): readonly T[] {
  return files.toSorted(
    (a, b) => importOrder.indexOf(a.kind) - importOrder.indexOf(b.kind) || a.revision - b.revision,
  );
}
