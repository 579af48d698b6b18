import type { CellAddress, Stage } from './change.ts';

/** Finds by cell without making a text of each, for the same reason as `DotIndex`. */
export interface CellIndex<T> {
  get(cell: CellAddress): T | undefined;
  /** What is there, or else what `make` makes and puts there. */
  getOrMake(cell: CellAddress, make: () => T): T;
  /** Cell by cell; those of one criterion together, otherwise in the order in which they came. */
  entries(): readonly (readonly [CellAddress, T])[];
}

export function createCellIndex<T>(): CellIndex<T> {
  const byStage = new Map<Stage, Map<string, Map<string, T>>>();
  return {
    get: ({ stage, criterionId, field }) => byStage.get(stage)?.get(criterionId)?.get(field),
    getOrMake: (cell, make) => {
      const byField = within(within(byStage, cell.stage), cell.criterionId);
      const known = byField.get(cell.field);
      if (known !== undefined) return known;
      const made = make();
      byField.set(cell.field, made);
      return made;
    },
    entries: () =>
      [...byStage].flatMap(([stage, criteria]) =>
        [...criteria].flatMap(([criterionId, fields]) =>
          [...fields].map(([field, value]) => [{ stage, criterionId, field }, value] as const),
        ),
      ),
  };
}

function within<Key, InnerKey, T>(outer: Map<Key, Map<InnerKey, T>>, key: Key): Map<InnerKey, T> {
  const known = outer.get(key);
  if (known) return known;
  const made = new Map<InnerKey, T>();
  outer.set(key, made);
  return made;
}
