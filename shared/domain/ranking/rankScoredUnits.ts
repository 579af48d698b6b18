import { rankUnits, type Placed } from './rankUnits.ts';
import { figuresOn, listPeerGroups, type Basis, type ScoredUnit, type UnitFigures } from './scoredUnit.ts';

/** All units with their place among those of their kind, peer groups in the order of lists, best first. */
export function rankScoredUnits<T extends ScoredUnit>(
  units: readonly T[],
  basis: Basis,
): readonly Placed<T & UnitFigures>[] {
  const groups = listPeerGroups(units);
  const sorted = units.toSorted(
    (a, b) => groups.indexOf(a.unit.kind) - groups.indexOf(b.unit.kind) || compareCodes(a, b),
  );
  const withFigures = sorted.map((unit): T & UnitFigures => ({ ...unit, ...figuresOn(unit, basis) }));
  return rankUnits(withFigures, ({ unit }) => unit.kind);
}

/** Units that share a place stand in the order of their codes, so that a list does not depend on who sent first. */
function compareCodes({ unit: a }: ScoredUnit, { unit: b }: ScoredUnit): number {
  const [left, right] = [`${a.code} ${a.validFrom ?? ''}`, `${b.code} ${b.validFrom ?? ''}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
