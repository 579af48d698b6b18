import type Fraction from 'fraction.js';
import { hundred, zero } from '#shared/domain/scoring/pointsOfRule.ts';
import type { AssessmentScore, GroupScore } from '#shared/domain/scoring/scoreAssessment.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';

/** A group's points against its maximum; `percent` is `null` unless it is counted. */
export interface GroupFigures {
  readonly group: GroupScore['group'];
  readonly points: Fraction;
  readonly max: Fraction;
  /** `apart`: bonus and penalty points, which enter no maximum. */
  readonly kind: 'counted' | 'apart' | 'not-applicable';
  readonly percent: Fraction | null;
  /** The same percentage a period ago; `null` where there is none. */
  readonly earlier: Fraction | null;
}

/** Every group in printed order, beside what it had in the earlier score. */
export function figuresOfGroups(
  score: AssessmentScore,
  earlier: AssessmentScore | null,
): readonly GroupFigures[] {
  return score.groups.map((one) => {
    const before = earlier?.groups.find(({ group }) => group.id === one.group.id);
    return {
      group: one.group,
      points: one.points,
      max: one.max,
      kind: kindOf(one),
      percent: percentOf(one),
      earlier: before ? percentOf(before) : null,
    };
  });
}

function kindOf({ criteria, max }: GroupScore): GroupFigures['kind'] {
  if (!max.equals(zero)) return 'counted';
  return criteria.some(({ criterion }) => criterion.role === 'ordinary') ? 'not-applicable' : 'apart';
}

function percentOf({ points, max }: Pick<GroupScore, 'points' | 'max'>): Fraction | null {
  return max.equals(zero) ? null : points.mul(hundred).div(max);
}

export interface WeakCriterion {
  readonly score: CriterionScore;
  readonly lost: Fraction;
}

/** The criteria that lack most points, the greatest loss first; at most `limit`. */
export function weakestCriteria(score: AssessmentScore, limit: number): readonly WeakCriterion[] {
  return score.criteria
    .filter(({ counts, points, max }) => counts && points.lt(max))
    .map((one) => ({ score: one, lost: one.max.sub(one.points) }))
    .toSorted((a, b) => b.lost.compare(a.lost))
    .slice(0, limit);
}

export interface Change {
  readonly criterion: CriterionScore['criterion'];
  readonly before: Fraction;
  readonly now: Fraction;
}

/** Criteria of both scores that gained or lost points, the greatest change first. */
export function changesSince(
  score: AssessmentScore,
  earlier: AssessmentScore,
): { readonly gained: readonly Change[]; readonly lost: readonly Change[] } {
  const changes = score.criteria.flatMap((one): readonly Change[] => {
    const before = earlier.criteria.find(({ criterion }) => criterion.id === one.criterion.id);
    if (!before?.counts || !one.counts || before.points.equals(one.points)) return [];
    return [{ criterion: one.criterion, before: before.points, now: one.points }];
  });
  const bySize = changes.toSorted((a, b) => b.now.sub(b.before).abs().compare(a.now.sub(a.before).abs()));
  return {
    gained: bySize.filter(({ before, now }) => now.gt(before)),
    lost: bySize.filter(({ before, now }) => now.lt(before)),
  };
}
