import { zero } from '#shared/domain/scoring/pointsOfRule.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';

/** How a criterion stands, for the mark beside its name. `noted`: answered, but not counted towards the threshold. */
export type CriterionMark = 'met' | 'partly' | 'nothing' | 'unanswered' | 'not-applicable' | 'noted';

export function criterionMark(score: CriterionScore): CriterionMark {
  if (score.state !== 'answered') return score.state;
  if (!score.counts) return 'noted';
  if (score.met) return 'met';
  return score.points.equals(zero) ? 'nothing' : 'partly';
}

/** How many of a group's criteria have been dealt with. */
export function countAnswered(criteria: readonly CriterionScore[]): number {
  return criteria.filter(({ state }) => state !== 'unanswered').length;
}
