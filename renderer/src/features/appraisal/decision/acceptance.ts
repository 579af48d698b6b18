import type { GivenAppraisal } from '../appraisalContext.ts';
import type { AppraisingStage, CriterionToJudge } from '../judgements.ts';

/** The appraiser accepts what was declared; the council keeps what was appraised, and where nothing was, what was declared. */
export function acceptanceOf(
  { score, appraised }: Pick<CriterionToJudge, 'score' | 'appraised'>,
  stage: AppraisingStage,
): GivenAppraisal {
  const { id: criterionId } = score.criterion;
  if (stage === 'final' && appraised?.decision === 'adjusted' && !appraised.isOutdated) {
    const { points, reason } = appraised;
    return { criterionId, decision: 'adjusted', points, reason };
  }
  return { criterionId, decision: 'accepted', points: null, reason: '' };
}
