import type Fraction from 'fraction.js';
import { listCriteria } from '../criteria/criteriaOfSet.ts';
import type { CriteriaSet, Criterion } from '../criteria/criteriaSet.ts';
import { sumOfMany } from '../numbers/sumOfMany.ts';
import { hundred, zero } from '../scoring/pointsOfRule.ts';
import { criteriaOn, type Basis, type ScoredUnit } from './scoredUnit.ts';

/** What one criterion comes to in all units in which it counts. */
export interface CriterionSum {
  /** Units in which it counts: it applies, and something has come from the unit. */
  readonly units: number;
  readonly answered: number;
  readonly met: number;
  readonly points: Fraction;
  readonly max: Fraction;
}

/** One criterion over all units in which it counts. */
export interface CriterionOverUnits extends CriterionSum {
  readonly criterion: Criterion;
  /** Points of all units together in percent of what they could have; null where it counts nowhere. */
  readonly percent: Fraction | null;
}

/** {@link rankCriterionSums} of units that were scored. */
export function rankWeakest(
  set: CriteriaSet,
  units: readonly ScoredUnit[],
  basis: Basis,
): readonly CriterionOverUnits[] {
  const scores = units.flatMap((unit) => criteriaOn(unit, basis)).filter(({ counts }) => counts);
  const byId = Map.groupBy(scores, ({ criterion }) => criterion.id);
  return rankCriterionSums(set, (id) => {
    const own = byId.get(id) ?? [];
    return {
      units: own.length,
      answered: own.filter(({ state }) => state === 'answered').length,
      met: own.filter(({ met }) => met).length,
      points: sumOfMany(own.map(({ points }) => points)),
      max: sumOfMany(own.map(({ max }) => max)),
    };
  });
}

/**
 * Every ordinary criterion of the set over the units, the weakest first: by share of points, then by points lost
 * altogether, then in printed order. Criteria that count nowhere stand at the end.
 */
export function rankCriterionSums(
  set: CriteriaSet,
  sumOfCriterion: (criterionId: string) => CriterionSum,
): readonly CriterionOverUnits[] {
  return listCriteria(set)
    .filter(({ role, rule }) => role === 'ordinary' && rule.kind !== 'info')
    .map((criterion): CriterionOverUnits => {
      const sum = sumOfCriterion(criterion.id);
      const percent = sum.max.gt(zero) ? sum.points.mul(hundred).div(sum.max) : null;
      return { criterion, ...sum, percent };
    })
    .toSorted(weakestFirst);
}

function weakestFirst(a: CriterionOverUnits, b: CriterionOverUnits): number {
  if (a.percent === null || b.percent === null)
    return Number(a.percent === null) - Number(b.percent === null);
  return a.percent.compare(b.percent) || b.max.sub(b.points).compare(a.max.sub(a.points));
}
