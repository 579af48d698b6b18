import { normaliseAppraisal } from '#shared/domain/appraisal/appraisal.ts';
import { readFigure } from '#shared/domain/numbers/readFigure.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import type { AppError } from '#shared/errors/result.ts';
import type { GivenAppraisal } from '../appraisalContext.ts';
import type { DecisionDraft } from './decisionDrafts.ts';

/** What a draft says, or what is missing, by field. */
export type CheckedDraft =
  | { readonly kind: 'fine'; readonly given: GivenAppraisal }
  | { readonly kind: 'faulty'; readonly points: readonly AppError[]; readonly reason: readonly AppError[] };

/** Checks a draft as the backend will, so that the faults stand at their fields before anything is sent. */
export function checkDraft(
  score: Pick<CriterionScore, 'criterion'>,
  { decision, points: typed, reason }: DecisionDraft,
): CheckedDraft {
  const figure = readFigure(typed);
  const points = decision === 'adjusted' && figure.ok ? figure.value : null;
  const pointFaults = decision === 'adjusted' && !figure.ok ? figure.errors : [];
  const ofPoints = normaliseAppraisal(score, { decision, points, reason: filled, answerDigest: '' }, '');
  const ofReason = normaliseAppraisal(
    score,
    { decision: 'returned', points: null, reason, answerDigest: '' },
    '',
  );
  if (ofPoints.ok && ofReason.ok) {
    const { criterion } = score;
    return {
      kind: 'fine',
      given: {
        criterionId: criterion.id,
        decision,
        points: ofPoints.value.points,
        reason: ofReason.value.reason,
      },
    };
  }
  return {
    kind: 'faulty',
    points: pointFaults.length > 0 ? pointFaults : ofPoints.ok ? [] : ofPoints.errors,
    reason: ofReason.ok ? [] : ofReason.errors,
  };
}

// Faults of the points are looked for with a reason in place.
const filled = '.';
