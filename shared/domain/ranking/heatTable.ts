import type Fraction from 'fraction.js';
import type { CriteriaSet, Criterion, Group } from '../criteria/criteriaSet.ts';
import { sumOf } from '../numbers/sumOf.ts';
import { hundred, zero } from '../scoring/pointsOfRule.ts';
import type { ComparedCriterion } from './scoredUnit.ts';

/** One unit in one group of criteria; `percent` is null where nothing counts. */
export interface HeatCell {
  readonly group: Group;
  readonly points: Fraction;
  readonly max: Fraction;
  readonly percent: Fraction | null;
  /** Where most points are missing, the first among equals; null where nothing counts. */
  readonly weakest: Criterion | null;
}

type CellPart = Pick<ComparedCriterion, 'criterion' | 'points' | 'max' | 'counts'>;

/** The cells of one unit by its criteria on a basis, one for each group of `heatGroups` in order. */
export function heatRow(groups: readonly Group[], criteria: readonly CellPart[]): readonly HeatCell[] {
  const counting = new Map(
    criteria.filter(({ counts }) => counts).map((score) => [score.criterion.id, score]),
  );
  return groups.map((group) => {
    const own = group.criteria.flatMap(({ id }) => counting.get(id) ?? []);
    const points = sumOf(own.map((score) => score.points));
    const max = sumOf(own.map((score) => score.max));
    const percent = max.gt(zero) ? points.mul(hundred).div(max) : null;
    return { group, points, max, percent, weakest: weakestOf(own) };
  });
}

/** The groups that enter a percentage: those with ordinary criteria. */
export function heatGroups(set: CriteriaSet): readonly Group[] {
  return set.groups.filter(({ criteria }) =>
    criteria.some(({ role, rule }) => role === 'ordinary' && rule.kind !== 'info'),
  );
}

function weakestOf(scores: readonly CellPart[]): Criterion | null {
  const losses = scores.map(({ criterion, points, max }) => ({ criterion, loss: max.sub(points) }));
  const [first, ...others] = losses;
  return (
    others.reduce((weakest, one) => (one.loss.gt(weakest?.loss ?? zero) ? one : weakest), first)?.criterion ??
    null
  );
}
