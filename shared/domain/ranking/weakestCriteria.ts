import type Fraction from 'fraction.js';
import { listCriteria } from '../criteria/criteriaOfSet.ts';
import type { CriteriaSet, Criterion } from '../criteria/criteriaSet.ts';
import { hundred, zero } from '../scoring/pointsOfRule.ts';
import { criteriaOn, type Basis, type ScoredUnit } from './scoredUnit.ts';

/** One criterion over all units in which it counts. */
export interface CriterionOverUnits {
  readonly criterion: Criterion;
  /** Units in which it counts: it applies, and something has come from the unit. */
  readonly units: number;
  readonly answered: number;
  readonly met: number;
  readonly points: Fraction;
  readonly max: Fraction;
  /** Points of all units together in percent of what they could have; null where it counts nowhere. */
  readonly percent: Fraction | null;
}

/**
 * Every ordinary criterion of the set over the units, the weakest first: by share of points, then by points lost
 * altogether, then in printed order. Criteria that count nowhere stand at the end.
 */
export function rankWeakest(
  set: CriteriaSet,
  units: readonly ScoredUnit[],
  basis: Basis,
): readonly CriterionOverUnits[] {
  const scores = units.flatMap((unit) => criteriaOn(unit, basis)).filter(({ counts }) => counts);
  const byId = Map.groupBy(scores, ({ criterion }) => criterion.id);
  return listCriteria(set)
    .filter(({ role, rule }) => role === 'ordinary' && rule.kind !== 'info')
    .map((criterion): CriterionOverUnits => {
      const own = byId.get(criterion.id) ?? [];
      const points = own.reduce((sum, score) => sum.add(score.points), zero);
      const max = own.reduce((sum, score) => sum.add(score.max), zero);
      return {
        criterion,
        units: own.length,
        answered: own.filter(({ state }) => state === 'answered').length,
        met: own.filter(({ met }) => met).length,
        points,
        max,
        percent: max.gt(zero) ? points.mul(hundred).div(max) : null,
      };
    })
    .toSorted(weakestFirst);
}

function weakestFirst(a: CriterionOverUnits, b: CriterionOverUnits): number {
  if (a.percent === null || b.percent === null)
    return Number(a.percent === null) - Number(b.percent === null);
  return a.percent.compare(b.percent) || b.max.sub(b.points).compare(a.max.sub(a.points));
}
