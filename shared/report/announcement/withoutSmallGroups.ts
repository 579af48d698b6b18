import type { ScoredUnit } from '../../domain/ranking/scoredUnit.ts';

/** With fewer scored units than this among its peers, a unit is known by its kind alone. */
const fewestPeers = 3;

/** The units of those kinds of which enough have a final score, so that no figure points at one of them. */
export function withoutSmallGroups<T extends ScoredUnit>(units: readonly T[]): readonly T[] {
  const kinds = Map.groupBy(units, ({ unit }) => unit.kind);
  return [...kinds.values()].flatMap((peers) => {
    const scored = peers.filter(({ final }) => final !== null).length;
    return scored > 0 && scored < fewestPeers ? [] : peers;
  });
}
