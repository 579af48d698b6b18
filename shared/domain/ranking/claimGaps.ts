import type Fraction from 'fraction.js';
import { standingOn, type Basis, type StandingUnit } from './scoredUnit.ts';

/** How far a unit's claim stands from what is proved and from what was judged, in percent of points. */
export interface ClaimGap {
  readonly unit: StandingUnit['unit'];
  /** Percent of points on each basis; null where there is none. */
  readonly percents: Readonly<Record<Basis, Fraction | null>>;
  /** claimed − evidenced; never negative. */
  readonly unproved: Fraction | null;
  /** claimed − appraised; negative where the appraisal gave more. Null until appraised. */
  readonly corrected: Fraction | null;
}

/** Every unit, the widest gap first: by what the appraisal corrected where it has spoken, then by what is not proved. */
export function compareClaims(units: readonly StandingUnit[]): readonly ClaimGap[] {
  return units
    .map((unit): ClaimGap => {
      const percent = (basis: Basis) => standingOn(unit, basis)?.percent ?? null;
      const percents = {
        claimed: percent('claimed'),
        evidenced: percent('evidenced'),
        appraised: percent('appraised'),
        final: percent('final'),
      };
      return {
        unit: unit.unit,
        percents,
        unproved: difference(percents.claimed, percents.evidenced),
        corrected: difference(percents.claimed, percents.appraised),
      };
    })
    .toSorted((a, b) => widestFirst(a.corrected, b.corrected) || widestFirst(a.unproved, b.unproved));
}

function difference(from: Fraction | null, to: Fraction | null): Fraction | null {
  return from && to ? from.sub(to) : null;
}

function widestFirst(a: Fraction | null, b: Fraction | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b.compare(a);
}
