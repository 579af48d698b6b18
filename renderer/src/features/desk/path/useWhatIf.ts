import { useMemo, useState } from 'react';
import type { Answers } from '#shared/domain/assessment/answer.ts';
import type { PathStep } from '#shared/domain/path/findPaths.ts';
import type { Improvement } from '#shared/domain/path/improvement.ts';
import {
  scoreAssessment,
  type AssessmentScore,
  type ScoringFrame,
} from '#shared/domain/scoring/scoreAssessment.ts';

/** Steps ticked to see what they would bring; nothing of it is recorded. */
export interface WhatIfState {
  readonly count: number;
  /** The score with the ticked steps done; `null` while none is ticked. */
  readonly score: AssessmentScore | null;
  readonly isTicked: (step: PathStep) => boolean;
  readonly tick: (step: PathStep, isTicked: boolean) => void;
  /** Exactly the steps of one plan. */
  readonly tickAll: (steps: readonly PathStep[]) => void;
  readonly clear: () => void;
}

type Ticked = Readonly<Record<string, Improvement>>;

/** One improvement per criterion: two plans may propose different ones, and only one can be done. */
export function useWhatIf(frame: ScoringFrame, score: AssessmentScore): WhatIfState {
  const [ticked, setTicked] = useState<Ticked>({});
  const count = Object.keys(ticked).length;
  const tried = useMemo(
    () => (count === 0 ? null : scoreAssessment(frame, answersWith(score, ticked))),
    [frame, score, ticked, count],
  );
  return {
    count,
    score: tried,
    isTicked: (step) => isSame(ticked[step.score.criterion.id], step.improvement),
    tick: (step, isTicked) =>
      setTicked((before) => {
        const { id } = step.score.criterion;
        if (isTicked) return { ...before, [id]: step.improvement };
        return Object.fromEntries(Object.entries(before).filter(([other]) => other !== id));
      }),
    tickAll: (steps) =>
      setTicked(Object.fromEntries(steps.map((step) => [step.score.criterion.id, step.improvement]))),
    clear: () => setTicked({}),
  };
}

/** Answers change between two renderings; what counts is what would be answered. */
function isSame(ticked: Improvement | undefined, proposed: Improvement): boolean {
  return ticked !== undefined && JSON.stringify(ticked.value) === JSON.stringify(proposed.value);
}

function answersWith(score: AssessmentScore, ticked: Ticked): Answers {
  return Object.fromEntries(
    score.criteria.map(({ criterion, answer }) => {
      const improvement = ticked[criterion.id];
      return [
        criterion.id,
        improvement ? { ...answer, value: improvement.value, notApplicable: '' } : answer,
      ];
    }),
  );
}
