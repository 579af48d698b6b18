import { rankUnits, type Placed, type RankedFigures } from './rankUnits.ts';
import {
  figuresOn,
  listPeerGroups,
  type Basis,
  type ComparedUnit,
  type ScoredUnit,
  type UnitFigures,
} from './scoredUnit.ts';

/** All units with their place among those of their kind, peer groups in the order of lists, best first. */
export function rankScoredUnits<T extends ScoredUnit>(
  units: readonly T[],
  basis: Basis,
): readonly Placed<T & UnitFigures>[] {
  return rankComparedUnits(units.map((unit): T & UnitFigures => ({ ...unit, ...figuresOn(unit, basis) })));
}

/** The same for units whose figures are known. */
export function rankComparedUnits<T extends RankedFigures & { readonly unit: ComparedUnit }>(
  units: readonly T[],
): readonly Placed<T>[] {
  const order = new Map(listPeerGroups(units).map((kind, index) => [kind, index]));
  const orderOf = ({ unit }: T): number => order.get(unit.kind) ?? 0;
  const sorted = units.toSorted((a, b) => orderOf(a) - orderOf(b) || compareCodes(a.unit, b.unit));
  return rankUnits(sorted, ({ unit }) => unit.kind);
}

/** Units that share a place stand in the order of their codes, so that a list does not depend on who sent first. */
function compareCodes(a: ComparedUnit, b: ComparedUnit): number {
  return compare(a.code, b.code) || compare(a.validFrom ?? '', b.validFrom ?? '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
