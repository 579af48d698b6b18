import { useHotkeys } from '@mantine/hooks';
import { useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import type { AssessmentScore } from '#shared/domain/scoring/scoreAssessment.ts';
import { useDeskView } from './deskView.ts';

interface CriterionPosition {
  /** Among the criteria that apply, from 0. */
  readonly position: number;
  readonly goTo: (criterionId: string) => void;
  readonly step: (by: 1 | -1) => void;
}

/** The address names the criterion; without a name it is the first one still open. */
export function useCriterionPosition(
  assessmentId: string,
  score: AssessmentScore,
  criterionId: string | null,
  saveNow: () => Promise<void>,
): CriterionPosition {
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
  const step = useCallback(
    (by: 1 | -1): void => {
      const next = score.criteria[position + by];
      if (next) goTo(next.criterion.id);
    },
    [score, position, goTo],
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
