import { useHotkeys } from '@mantine/hooks';
import { useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import { useAppraisalView } from './appraisalView.ts';
import { isListedBy, isOpen, type CriterionToJudge } from './judgements.ts';

interface CriterionSteps {
  /** Among the criteria that apply, from 0. */
  readonly position: number;
  readonly goTo: (criterionId: string) => void;
  readonly step: (by: 1 | -1) => void;
  /** To the next listed one about which nothing is decided; stays where there is none. */
  readonly goToNextOpen: () => void;
}

/** The address names the criterion; without a name it is the first one to judge. The keys are those of the desk. */
export function useCriterionSteps(
  assessmentId: string,
  criteria: readonly CriterionToJudge[],
  criterionId: string | null,
): CriterionSteps {
  const [, navigate] = useLocation();
  const filter = useAppraisalView((view) => view.filter);
  const hideList = useAppraisalView((view) => view.hideList);
  const [start] = useState(() => Math.max(0, criteria.findIndex(isOpen)));
  const named = criteria.findIndex(({ score }) => score.criterion.id === criterionId);
  const position = named >= 0 ? named : start;
  const goTo = useCallback(
    (id: string): void => {
      hideList();
      navigate(`/assessments/${assessmentId}/appraise/${id}`, { replace: true });
    },
    [assessmentId, hideList, navigate],
  );
  const after = criteria.slice(position + 1);
  const before = criteria.slice(0, position);
  const goToFirst = (
    ahead: readonly CriterionToJudge[],
    isWanted: (one: CriterionToJudge) => boolean = () => true,
  ): void => {
    const next = ahead.find((one) => isListedBy(filter, one) && isWanted(one));
    if (next) goTo(next.score.criterion.id);
  };
  const step = (by: 1 | -1): void => goToFirst(by === 1 ? after : before.toReversed());
  useHotkeys(
    [
      ['alt+ArrowDown', () => step(1)],
      ['alt+ArrowUp', () => step(-1)],
    ],
    [],
  );
  return { position, goTo, step, goToNextOpen: () => goToFirst([...after, ...before], isOpen) };
}
