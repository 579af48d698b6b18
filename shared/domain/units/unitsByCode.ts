import type { Unit, UnitList } from './unitList.ts';

// A list never changes, and thousands of units are asked about one after the other.
const known = new WeakMap<UnitList, ReadonlyMap<string, Unit>>();

/** The units of a list by their codes, each of which stands in it once. */
export function unitsByCode(list: UnitList): ReadonlyMap<string, Unit> {
  const found = known.get(list) ?? new Map(list.units.map((unit) => [unit.code, unit]));
  known.set(list, found);
  return found;
}
