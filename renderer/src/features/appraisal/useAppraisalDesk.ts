import { useMemo } from 'react';
import type { AppraisalFrame } from './appraisalContext.ts';
import { useAppraisalView } from './appraisalView.ts';
import { listCriteriaToJudge, scoreJudged } from './judgements.ts';
import type { AppraisalContent } from './useAppraisalContent.ts';
import { useCriterionSteps } from './useCriterionSteps.ts';
import { useRecordDecisions } from './useRecordDecisions.ts';

/** The appraisal desk at work: the criteria with what is decided, the scores, the way between criteria, the saving. */
export function useAppraisalDesk(content: AppraisalContent, criterionId: string | null, onSaved: () => void) {
  const { opened, appraisals, role, missingFiles } = content;
  const assessmentId = opened.assessment.id;
  const stage = useAppraisalView((view) => view.stage);
  const criteria = useMemo(
    () => listCriteriaToJudge(opened.score, appraisals, stage),
    [opened.score, appraisals, stage],
  );
  const scores = useMemo(
    () => scoreJudged(opened.frame.set, opened.score, appraisals.criteria),
    [opened.frame.set, opened.score, appraisals.criteria],
  );
  const { answerDigests } = appraisals;
  const { status, record, retry } = useRecordDecisions({ assessmentId, stage, answerDigests }, onSaved);
  const { position, goTo, step, goToNextOpen } = useCriterionSteps(assessmentId, criteria, criterionId);
  const canJudge = role !== 'commune';
  const frame = useMemo<AppraisalFrame>(
    () => ({ opened, stage, canJudge, missingFiles, record, goTo }),
    [opened, stage, canJudge, missingFiles, record, goTo],
  );
  return {
    frame,
    criteria,
    scores,
    current: criteria[position],
    position,
    step,
    goToNextOpen,
    status,
    retry,
  };
}

export type AppraisalDeskState = ReturnType<typeof useAppraisalDesk>;
