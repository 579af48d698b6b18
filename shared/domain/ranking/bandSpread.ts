import type { Band, CriteriaSet } from '../criteria/criteriaSet.ts';
import { bandOf } from '../scoring/scoreAssessment.ts';
import { standingOn, type Basis, type StandingUnit } from './scoredUnit.ts';

/** How many units stand in a band, by kind of unit. */
export interface BandCount {
  /** `below` all bands; `none` for units without figures. */
  readonly band: Band | 'below' | 'none';
  readonly units: number;
  readonly byKind: Readonly<Record<string, number>>;
}

/** The distribution of the units over the bands of the set, best first; every unit is counted exactly once. */
export function spreadOverBands(
  set: CriteriaSet,
  units: readonly StandingUnit[],
  basis: Basis,
): readonly BandCount[] {
  const bandOfUnit = (unit: StandingUnit): BandCount['band'] => {
    const percent = standingOn(unit, basis)?.percent ?? null;
    return percent === null ? 'none' : (bandOf(set, percent) ?? 'below');
  };
  const found = Map.groupBy(units, bandOfUnit);
  return [...set.bands.steps, 'below' as const, 'none' as const].map((band) => {
    const inBand = found.get(band) ?? [];
    const kinds = Map.groupBy(inBand, ({ unit }) => unit.kind);
    return {
      band,
      units: inBand.length,
      byKind: Object.fromEntries([...kinds].map(([kind, ofKind]) => [kind, ofKind.length])),
    };
  });
}
