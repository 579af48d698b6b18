import { useHotkeys } from '@mantine/hooks';
import { useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import type { AssessmentScore } from '#shared/domain/scoring/scoreAssessment.ts';
import { useOwedCriteria } from './appraisal/useAppraisals.ts';
import { useDeskView } from './deskView.ts';
import { isShownBy, type Assignees } from './navigation/criterionFilter.ts';

interface CriterionPosition {
  /** Among the criteria that apply, from 0. */
  readonly position: number;
  readonly goTo: (criterionId: string) => void;
  readonly step: (by: 1 | -1) => void;
}

interface CriterionPositionInput {
  readonly assessmentId: string;
  readonly score: AssessmentScore;
  readonly assignees: Assignees;
  /** As the address has it. */
  readonly criterionId: string | null;
  readonly saveNow: () => Promise<void>;
}

/** The address names the criterion; without a name it is the first one still open. */
export function useCriterionPosition({
  assessmentId,
  score,
  assignees,
  criterionId,
  saveNow,
}: CriterionPositionInput): CriterionPosition {
  const [, navigate] = useLocation();
  const filter = useDeskView((view) => view.filter);
  const owed = useOwedCriteria(assessmentId);
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
  const step = useCallback(
    (by: 1 | -1): void => {
      const ahead =
        by === 1 ? score.criteria.slice(position + 1) : score.criteria.slice(0, position).toReversed();
      const next = ahead.find((one) => isShownBy(filter, one, { assignees, owed }));
      if (next) goTo(next.criterion.id);
    },
    [score, position, goTo, filter, assignees, owed],
  );
  useHotkeys(
    [
      ['alt+ArrowDown', () => step(1)],
      ['alt+ArrowUp', () => step(-1)],
    ],
    [],
  );
  return { position, goTo, step };
}
