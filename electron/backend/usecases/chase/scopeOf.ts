import type { Period } from '#shared/domain/assessment/period.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import type { UnitVersion } from '#shared/domain/units/findUnits.ts';
import { isInForce } from '#shared/domain/units/unitList.ts';
import type { UnitList } from '#shared/domain/units/unitList.ts';

/**
 * The units that are to be assessed by a set in a period, in the order of their lists: those below `above`, or all
 * where that is null or stands in no list of that time.
 */
export function scopeOf(
  lists: readonly UnitList[],
  set: CriteriaSet,
  period: Period,
  above: string | null,
): readonly UnitVersion[] {
  const kinds = new Set<string>(set.appliesTo);
  const inForce = lists.filter((list) => isInForce(list, period.lastDay));
  const holding = inForce.filter((list) => list.units.some(({ code }) => code === above));
  return (holding.length > 0 ? holding : inForce).flatMap((list) => {
    const below = holding.length > 0 ? codesBelow(list, above) : null;
    return list.units
      .filter(({ code, kind }) => kinds.has(kind) && (below === null || below.has(code)))
      .map((unit) => ({ unit, list }));
  });
}

/** Codes of the unit itself and of everything below it. */
function codesBelow({ units }: UnitList, above: string | null): ReadonlySet<string> {
  const found = new Set(above === null ? [] : [above]);
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const { code, parent } of units) if (parent !== undefined && found.has(parent)) found.add(code);
  }
  return found;
}
