import { toFraction } from '../numbers/decimal.ts';
import type Fraction from 'fraction.js';
import {
  standingOnBasis,
  sumOfRole,
  type AssessmentScore,
  type Standing,
} from '../scoring/scoreAssessment.ts';
import type { CriterionScore } from '../scoring/scoreCriterion.ts';
import { zero } from '../scoring/pointsOfRule.ts';
import type { CriteriaSet } from '../criteria/criteriaSet.ts';
import type { Appraisal, Appraisals } from './appraisal.ts';

/** A criterion after appraisal: `points`, `met` and `state` are the appraiser's; `declared` are the unit's. */
export interface AppraisedCriterion extends CriterionScore {
  readonly declared: CriterionScore;
  readonly appraisal: Appraisal | null;
  /** The unit has answered again since it was appraised, so that nothing has been decided about what stands now. */
  readonly isOutdated: boolean;
}

export interface AppraisedScore {
  readonly standing: Standing;
  readonly bonus: Fraction;
  readonly penalty: Fraction;
  readonly criteria: readonly AppraisedCriterion[];
}

/**
 * The score on the third basis: as appraised. Until something is decided about a criterion its points are open, so
 * that the range from floor to ceiling shows how much is still to be judged; the same holds while an explanation is
 * asked for and after it was sent back.
 * @param answerDigests digest of the answer that stands now, by criterion id
 */
export function scoreAppraised(
  set: CriteriaSet,
  score: AssessmentScore,
  appraisals: Appraisals,
  answerDigests: Readonly<Record<string, string>>,
): AppraisedScore {
  const criteria = score.criteria.map((declared) => {
    const { id } = declared.criterion;
    const appraisal = appraisals[id] ?? null;
    const isOutdated = appraisal !== null && appraisal.answerDigest !== answerDigests[id];
    return { ...appraise(declared, isOutdated ? null : appraisal), declared, appraisal, isOutdated };
  });
  return {
    standing: standingOnBasis(set, criteria, ({ points }) => points),
    bonus: sumOfRole(criteria, 'bonus'),
    penalty: sumOfRole(criteria, 'penalty'),
    criteria,
  };
}

function appraise(declared: CriterionScore, appraisal: Appraisal | null): CriterionScore {
  if (appraisal?.decision === 'accepted') {
    // Nothing was declared, and that was accepted: it is worth nothing and no longer open.
    return declared.state === 'unanswered' ? { ...declared, state: 'answered', ceiling: zero } : declared;
  }
  const max = toFraction(declared.criterion.maxPoints);
  const counts = declared.criterion.role === 'ordinary' && declared.rule.kind !== 'info';
  const given = appraisal?.points ?? null;
  if (given === null) {
    return declared.state === 'not-applicable'
      ? { ...declared, state: 'unanswered', points: zero, max, ceiling: max, met: false, counts }
      : { ...declared, state: 'unanswered', points: zero, ceiling: declared.max, met: false };
  }
  const points = toFraction(given);
  return { ...declared, state: 'answered', points, max, ceiling: points, met: points.equals(max), counts };
}
