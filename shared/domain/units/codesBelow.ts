import type { UnitList } from './unitList.ts';

/** Codes of the unit itself and of everything below it in one list; of everything for null. */
export function codesBelow({ units }: UnitList, above: string | null): ReadonlySet<string> {
  if (above === null) return new Set(units.map(({ code }) => code));
  const found = new Set([above]);
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const { code, parent } of units) if (parent !== undefined && found.has(parent)) found.add(code);
  }
  return found;
}
