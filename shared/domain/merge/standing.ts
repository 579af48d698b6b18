import { createCellIndex } from './cellIndex.ts';
import { keyOfCell, type CellAddress, type Change } from './change.ts';
import { compareDots, createDotIndex, type DotIndex } from './dotIndex.ts';

/** A cell in which edits that had not seen each other say different things. */
export interface Conflict extends CellAddress {
  /** All that stand, in the order of their dots; some of them may say the same. */
  readonly standing: readonly Change[];
}

/** The edits that no other edit of the log has taken the place of, by `keyOfCell`; each list in the order of the dots. */
export function standingOf(changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  const replaced = replacedIn(changes);
  const cells = createCellIndex<Change[]>();
  for (const change of changes) if (!replaced.has(change.dot)) cells.getOrMake(change, () => []).push(change);
  return new Map(
    cells
      .entries()
      .map(([cell, standing]) => [
        keyOfCell(cell),
        standing.length > 1 ? standing.toSorted(byDot) : standing,
      ]),
  );
}

/** The edits that those of the log took the place of. */
export function replacedIn(changes: readonly Pick<Change, 'replaced'>[]): Pick<DotIndex<true>, 'has'> {
  const replaced = createDotIndex<true>();
  for (const change of changes) for (const dot of change.replaced) replaced.set(dot, true);
  return replaced;
}

/** The cells whose standing edits differ in value. */
export function listConflicts(changes: readonly Change[]): readonly Conflict[] {
  return [...standingOf(changes).values()].flatMap((standing) => {
    const [first] = standing;
    if (!first || !differ(standing)) return [];
    const { stage, criterionId, field } = first;
    return [{ stage, criterionId, field, standing }];
  });
}

/** Whether edits say different things; taking a value back is one thing to say. */
export function differ(changes: readonly Pick<Change, 'valueText'>[]): boolean {
  const [first, ...others] = changes;
  return others.some(({ valueText }) => valueText !== first?.valueText);
}

export function byDot(a: Pick<Change, 'dot'>, b: Pick<Change, 'dot'>): number {
  return compareDots(a.dot, b.dot);
}
