import { useCallback, useMemo, useState } from 'react';
import type { AnswerEdit } from '#shared/api/contract.ts';
import type { AssessmentScore } from '#shared/domain/scoring/scoreAssessment.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { call } from '../../lib/backend.ts';
import { useSaveQueue } from '../../lib/useSaveQueue.ts';
import type { Assignees } from './navigation/criterionFilter.ts';
import { applyAnswerEdit, assigneesOf, keyOfEdit, type DeskAnswers } from './answerEdits.ts';
import type { DeskFrame } from './deskContext.ts';
import { createLiveScore } from './liveScore.ts';
import { useCriterionPosition } from './useCriterionPosition.ts';
import type { DeskContent } from './useDeskContent.ts';
import { useEffortQueue, type EffortDesk } from './path/useEffortQueue.ts';
import { useHeaderQueue, type HeaderDesk } from './useHeaderQueue.ts';
import { useComputedFigures, type ComputedDesk } from './computed/useComputedFigures.ts';
import { useSuggestions, type SuggestionDesk } from './suggestions/useSuggestions.ts';
import { useStepsBack, type StepsBack } from './useStepsBack.ts';
import { useWayBack, type NoteWay } from './useWayBack.ts';

/** The desk at work, for the three columns. */
export interface Desk {
  readonly deskFrame: DeskFrame;
  readonly header: HeaderDesk;
  readonly efforts: EffortDesk;
  readonly assignees: Assignees;
  /** The colleague who sees to the current criterion, as typed. */
  readonly assignee: string;
  /** Follows the answers before they are saved; the same object while only texts change. */
  readonly score: AssessmentScore;
  readonly current: CriterionScore;
  /** Place of the current criterion among those that apply, from 0. */
  readonly position: number;
  /** By steps among the criteria that apply; beyond the ends nothing happens. */
  readonly step: (by: 1 | -1) => void;
  readonly stepsBack: StepsBack;
  readonly suggestions: SuggestionDesk;
  readonly computed: ComputedDesk;
}

/** Answers, their saving, the live score, and the way between criteria. `null`: nothing to answer. */
export function useDesk(content: DeskContent, criterionId: string | null): Desk | null {
  const { assessment, frame, signing } = content;
  const assessmentId = assessment.id;
  const isFrozen = signing.state === 'signed';
  const [way, noteWay] = useWayBack(content);
  const { queue, answers, score, criteria, saveNow } = useScoredAnswers(content, noteWay);
  const header = useHeaderQueue(content, noteWay);
  const efforts = useEffortQueue(content);
  const assignees = useAssignees(answers);
  const { position, goTo, step } = useCriterionPosition({
    assessmentId,
    score,
    assignees,
    criterionId,
    saveNow,
  });
  const stepsBack = useStepsBack({ assessmentId, way, noteWay, queue, header, goTo });
  const suggestions = useSuggestions({ assessmentId, isFrozen, stepsBack, noteWay, saveNow });
  const computed = useComputedFigures({ assessmentId, set: frame.set, stepsBack, noteWay, saveNow });
  const { saving: savingOfHead, saveNow: saveHead } = header;
  const saveAll = useCallback(async () => {
    await Promise.all([saveNow(), saveHead()]);
  }, [saveNow, saveHead]);
  const deskFrame = useMemo<DeskFrame>(
    () => ({
      assessment,
      frame,
      signing,
      isFrozen,
      record: (edit, pace) => queue.record(edit, pace),
      saveNow: saveAll,
      answersNow: () => queue.snapshot().current,
      saving: queue,
      savingOfHead,
      goTo,
    }),
    [assessment, frame, signing, isFrozen, queue, savingOfHead, saveAll, goTo],
  );
  const current = criteria[position];
  if (!current) return null;
  const assignee = answers[current.criterion.id]?.assignee ?? '';
  const work = { header, efforts, assignees, assignee, stepsBack, suggestions, computed };
  return { ...work, deskFrame, score, current, position, step };
}

/** The answers with everything typed so far, what they are worth, and their way to the disk. */
function useScoredAnswers({ assessment, frame, answers: stored, signing }: DeskContent, noteWay: NoteWay) {
  const where = { place: `${assessment.id}/answers`, isFrozen: signing.state === 'signed' };
  const { queue, current: answers } = useSaveQueue<DeskAnswers, AnswerEdit>(where, {
    initial: stored,
    savedAt: assessment.savedAt,
    apply: applyAnswerEdit,
    keyOf: keyOfEdit,
    groupOf: (edit) => edit.criterionId,
    send: (edits, leaving) =>
      call('answers.record', { assessmentId: assessment.id, edits: [...edits] }, { leaving }).then(noteWay),
  });
  const [scoreLive] = useState(() => createLiveScore(frame));
  const { score, criteria } = useMemo(() => scoreLive(answers), [scoreLive, answers]);
  const saveNow = useCallback(() => queue.flush(), [queue]);
  return { queue, answers, score, criteria, saveNow };
}

/** The same object as long as no name changes. */
function useAssignees(answers: DeskAnswers): Assignees {
  const key = JSON.stringify(assigneesOf(answers));
  return useMemo(() => JSON.parse(key) as Assignees, [key]);
}
