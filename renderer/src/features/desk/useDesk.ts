import { useCallback, useMemo, useState } from 'react';
import type { AnswerEdit } from '#shared/api/contract.ts';
import type { Answers } from '#shared/domain/assessment/answer.ts';
import type { AssessmentScore } from '#shared/domain/scoring/scoreAssessment.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { call } from '../../lib/backend.ts';
import { useSaveQueue } from '../../lib/useSaveQueue.ts';
import { applyAnswerEdit, keyOfEdit } from './answerEdits.ts';
import type { DeskFrame } from './deskContext.ts';
import { createLiveScore } from './liveScore.ts';
import { useCriterionPosition } from './useCriterionPosition.ts';
import type { DeskContent } from './useDeskContent.ts';
import { useHeaderQueue, type HeaderDesk } from './useHeaderQueue.ts';

/** The desk at work, for the three columns. */
export interface Desk {
  readonly deskFrame: DeskFrame;
  readonly header: HeaderDesk;
  /** Follows the answers before they are saved; the same object while only texts change. */
  readonly score: AssessmentScore;
  readonly current: CriterionScore;
  /** Place of the current criterion among those that apply, from 0. */
  readonly position: number;
  /** By steps among the criteria that apply; beyond the ends nothing happens. */
  readonly step: (by: 1 | -1) => void;
}

/** Answers, their saving, the live score, and the way between criteria. `null`: nothing to answer. */
export function useDesk(content: DeskContent, criterionId: string | null): Desk | null {
  const { assessment, frame } = content;
  const { queue, current: answers } = useSaveQueue<Answers, AnswerEdit>({
    initial: content.answers,
    savedAt: assessment.savedAt,
    apply: applyAnswerEdit,
    keyOf: keyOfEdit,
    groupOf: (edit) => edit.criterionId,
    send: (edits, leaving) =>
      call('answers.record', { assessmentId: assessment.id, edits: [...edits] }, { leaving }),
  });
  const header = useHeaderQueue(content);
  const [scoreLive] = useState(() => createLiveScore(frame));
  const { score, criteria } = useMemo(() => scoreLive(answers), [scoreLive, answers]);
  const saveNow = useCallback(() => queue.flush(), [queue]);
  const { position, goTo, step } = useCriterionPosition(assessment.id, score, criterionId, saveNow);
  const deskFrame = useMemo<DeskFrame>(
    () => ({
      assessment,
      frame,
      record: (edit, pace) => queue.record(edit, pace),
      saveNow,
      saving: queue,
      goTo,
    }),
    [assessment, frame, queue, saveNow, goTo],
  );
  const current = criteria[position];
  if (!current) return null;
  return { deskFrame, header, score, current, position, step };
}
