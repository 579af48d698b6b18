import type { Answer, Answers } from '#shared/domain/assessment/answer.ts';
import { emptyAnswer } from '#shared/domain/assessment/answer.ts';
import {
  scoreAssessment,
  type AssessmentScore,
  type ScoringFrame,
} from '#shared/domain/scoring/scoreAssessment.ts';
import { scoreCriterion, type CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';

export interface LiveScore {
  /** The same object as long as no figure, verdict or state in it changes; texts in its answers may be older. */
  readonly score: AssessmentScore;
  /** Every criterion with its answer as it stands now. */
  readonly criteria: readonly CriterionScore[];
}

/** Scores an assessment again and again while it is being answered: only criteria whose answer changed are scored anew. */
export function createLiveScore(frame: ScoringFrame): (answers: Answers) => LiveScore {
  const remembered = new Map<string, { readonly answer: Answer; readonly score: CriterionScore }>();
  let shown: AssessmentScore | null = null;
  const scoreOne: typeof scoreCriterion = (criterion, answer = emptyAnswer, year) => {
    const before = remembered.get(criterion.id);
    if (before?.answer === answer) return before.score;
    const score = scoreCriterion(criterion, answer, year);
    remembered.set(criterion.id, { answer, score });
    return score;
  };
  return (answers) => {
    const score = scoreAssessment(frame, answers, scoreOne);
    if (shown === null || !haveSameFigures(shown.criteria, score.criteria)) shown = score;
    return { score: shown, criteria: score.criteria };
  };
}

function haveSameFigures(before: readonly CriterionScore[], after: readonly CriterionScore[]): boolean {
  return before.every((a, index) => {
    const b = after[index];
    return (
      a === b ||
      (a.answer.value === b?.answer.value &&
        a.answer.notApplicable === b.answer.notApplicable &&
        a.evidenced === b.evidenced &&
        a.explanationMissing === b.explanationMissing)
    );
  });
}
