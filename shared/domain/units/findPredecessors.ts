import type { UnitVersion } from './findUnits.ts';
import type { Predecessor, UnitList } from './unitList.ts';
import { unitsByCode } from './unitsByCode.ts';

/** A unit that another was formed from; undefined where none of the lists knows it. */
export interface FoundPredecessor {
  readonly predecessor: Predecessor;
  readonly version: UnitVersion | undefined;
}

/**
 * The units that one was formed from, in the newest list that had ended when its own began: provinces are joined too, so
 * that there may be several lists.
 */
export function findPredecessors(
  unitLists: readonly UnitList[],
  { unit, list: { validFrom } }: UnitVersion,
): readonly FoundPredecessor[] {
  if (validFrom === null) return [];
  const ended = unitLists
    .filter((list) => list.validTo !== null && list.validTo < validFrom)
    .toSorted((a, b) => compareText(b.validTo ?? '', a.validTo ?? ''));
  return (unit.predecessors ?? []).map((predecessor) => {
    const versions = ended.flatMap((list): UnitVersion[] => {
      const found = unitsByCode(list).get(predecessor.code);
      return found?.name === predecessor.name ? [{ unit: found, list }] : [];
    });
    return { predecessor, version: versions[0] };
  });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
