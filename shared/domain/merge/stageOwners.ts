import type { CellAddress, Stage } from './change.ts';

export type Role = 'commune' | 'aggregator' | 'city';

/**
 * The stages that a sender may write (ADR 19, refining design §6): a commune the self cells of its own unit,
 * whoever stands above it the appraised and the final ones.
 */
export function stagesOwnedBy(
  sender: { readonly role: Role; readonly unitCode: string },
  subjectUnitCode: string,
): readonly Stage[] {
  switch (sender.role) {
    case 'commune':
      return sender.unitCode === subjectUnitCode ? ['self'] : [];
    case 'aggregator':
    case 'city':
      return ['appraised', 'final'];
  }
}

/** Parts the edits of owned stages from the others, keeping their order. Both logs stay whole: a cell has one stage. */
export function partByStage<T extends CellAddress>(
  changes: readonly T[],
  stages: readonly Stage[],
): { readonly owned: readonly T[]; readonly foreign: readonly T[] } {
  const isOwned = ({ stage }: T) => stages.includes(stage);
  if (changes.every(isOwned)) return { owned: changes, foreign: [] };
  return { owned: changes.filter(isOwned), foreign: changes.filter((change) => !isOwned(change)) };
}
