import { useHotkeys } from '@mantine/hooks';
import { useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { AnswerEdit } from '#shared/api/contract.ts';
import type { Answers } from '#shared/domain/assessment/answer.ts';
import { scoreAssessment, type AssessmentScore } from '#shared/domain/scoring/scoreAssessment.ts';
import { call } from '../../lib/backend.ts';
import { useSaveQueue } from '../../lib/useSaveQueue.ts';
import { applyAnswerEdit, keyOfEdit } from './answerEdits.ts';
import type { Desk } from './deskContext.ts';
import { useDeskView } from './deskView.ts';
import type { DeskContent } from './useDeskContent.ts';
import { useHeaderQueue } from './useHeaderQueue.ts';

/** The desk at work: answers, their saving, the live score, and the way between criteria. `null`: nothing to answer. */
export function useDesk(content: DeskContent, criterionId: string | null): Desk | null {
  const { assessment, frame } = content;
  const { queue, snapshot } = useSaveQueue<Answers, AnswerEdit>({
    initial: content.answers,
    savedAt: assessment.savedAt,
    apply: applyAnswerEdit,
    keyOf: keyOfEdit,
    groupOf: (edit) => edit.criterionId,
    send: (edits, leaving) =>
      call('answers.record', { assessmentId: assessment.id, edits: [...edits] }, { leaving }),
  });
  const header = useHeaderQueue(content);
  const { current: answers, status } = snapshot;
  const score = useMemo(() => scoreAssessment(frame, answers), [frame, answers]);
  const record = useCallback<Desk['record']>((edit, pace) => queue.record(edit, pace), [queue]);
  const saveNow = useCallback(() => queue.flush(), [queue]);
  const { position, goTo, step } = useCriterionPosition(assessment.id, score, criterionId, saveNow);
  const deskFrame = useMemo(
    () => ({ assessment, frame, record, saveNow, goTo }),
    [assessment, frame, record, saveNow, goTo],
  );
  const current = score.criteria[position];
  if (!current) return null;
  return { ...deskFrame, deskFrame, header, score, current, position, status, step };
}

/** The address names the criterion; without a name it is the first one still open. */
function useCriterionPosition(
  assessmentId: string,
  score: AssessmentScore,
  criterionId: string | null,
  saveNow: () => Promise<void>,
): Pick<Desk, 'position' | 'goTo' | 'step'> {
  const [, navigate] = useLocation();
  const hideList = useDeskView((view) => view.hideList);
  const [start] = useState(() =>
    Math.max(
      0,
      score.criteria.findIndex(({ state }) => state === 'unanswered'),
    ),
  );
  const named = score.criteria.findIndex(({ criterion }) => criterion.id === criterionId);
  const position = named >= 0 ? named : start;
  const goTo = useCallback(
    (id: string): void => {
      void saveNow();
      hideList();
      navigate(`/assessments/${assessmentId}/${id}`, { replace: true });
    },
    [assessmentId, hideList, navigate, saveNow],
  );
  const step = (by: 1 | -1): void => {
    const next = score.criteria[position + by];
    if (next) goTo(next.criterion.id);
  };
  useHotkeys(
    [
      ['alt+ArrowDown', () => step(1)],
      ['alt+ArrowUp', () => step(-1)],
    ],
    [],
  );
  return { position, goTo, step };
}
