import type Fraction from 'fraction.js';
import type { CriteriaSet, Group } from '../criteria/criteriaSet.ts';
import { hundred, zero } from '../scoring/pointsOfRule.ts';
import { criteriaOn, type Basis, type ScoredUnit } from './scoredUnit.ts';

/** One unit in one group of criteria; `percent` is null where nothing counts. */
export interface HeatCell {
  readonly group: Group;
  readonly points: Fraction;
  readonly max: Fraction;
  readonly percent: Fraction | null;
}

/** The cells of one unit, one for each group of `heatGroups` in order. */
export function heatRow(groups: readonly Group[], unit: ScoredUnit, basis: Basis): readonly HeatCell[] {
  const counting = criteriaOn(unit, basis).filter(({ counts }) => counts);
  return groups.map((group) => {
    const ids = new Set(group.criteria.map(({ id }) => id));
    const own = counting.filter(({ criterion }) => ids.has(criterion.id));
    const points = own.reduce((sum, score) => sum.add(score.points), zero);
    const max = own.reduce((sum, score) => sum.add(score.max), zero);
    return { group, points, max, percent: max.gt(zero) ? points.mul(hundred).div(max) : null };
  });
}

/** The groups that enter a percentage: those with ordinary criteria. */
export function heatGroups(set: CriteriaSet): readonly Group[] {
  return set.groups.filter(({ criteria }) =>
    criteria.some(({ role, rule }) => role === 'ordinary' && rule.kind !== 'info'),
  );
}
