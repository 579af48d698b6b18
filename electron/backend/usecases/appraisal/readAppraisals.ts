import {
  appraisalField,
  appraisalSchema,
  type Appraisal,
  type Appraisals,
} from '#shared/domain/appraisal/appraisal.ts';
import { scoreAppraised, type AppraisedScore } from '#shared/domain/appraisal/scoreAppraised.ts';
import { emptyAnswer, type Answer } from '#shared/domain/assessment/answer.ts';
import { scoreAssessment, type AssessmentScore } from '#shared/domain/scoring/scoreAssessment.ts';
import type { Cell } from '../../db/changeLog.ts';
import { digestOf } from '../../files/content.ts';
import type { ReadAssessment } from '../readAssessment.ts';

/** Who judges: the aggregator in the stage `appraised`, the council in the stage `final`. */
export type AppraisingStage = 'appraised' | 'final';

/** What stands in one stage, by criterion. Cells hold what `normaliseAppraisal` let through. */
export function appraisalsOfCells(cells: readonly Cell[], stage: AppraisingStage): Appraisals {
  return Object.fromEntries(
    cells.flatMap((cell): [string, Appraisal][] =>
      cell.stage === stage && cell.field === appraisalField && cell.value !== null
        ? [[cell.criterionId, appraisalSchema.parse(cell.value) as Appraisal]]
        : [],
    ),
  );
}

/** SHA-256 of what a unit says about one criterion; who sees to it does not count. */
export function answerDigestOf({ value, evidence, explanation, notApplicable }: Answer): string {
  return digestOf({ value, evidence, explanation, notApplicable });
}

/** The scores of one assessment in all three stages. */
export interface StageScores {
  readonly declared: AssessmentScore;
  readonly appraised: AppraisedScore;
  /** What the council says takes the place of what was appraised, criterion by criterion. */
  readonly final: AppraisedScore;
  /** Whether anything has been appraised yet; what the council alone has decided is no appraisal. */
  readonly isAppraised: boolean;
  /** Whether the council has decided anything yet. */
  readonly isFinal: boolean;
}

export function scoreStages({ loadedSet, record, period, answers, cells }: ReadAssessment): StageScores {
  const { set } = loadedSet;
  const declared = scoreAssessment({ set, unitKind: record.unitKind, period }, answers);
  const appraisals = appraisalsOfCells(cells, 'appraised');
  const decisions = appraisalsOfCells(cells, 'final');
  const decided = { ...appraisals, ...decisions };
  const digests = Object.fromEntries(
    Object.keys(decided).map((id) => [id, answerDigestOf(answers[id] ?? emptyAnswer)]),
  );
  const appraised = scoreAppraised(set, declared, appraisals, digests);
  const isFinal = Object.keys(decisions).length > 0;
  return {
    declared,
    appraised,
    final: isFinal ? scoreAppraised(set, declared, decided, digests) : appraised,
    isAppraised: Object.keys(appraisals).length > 0,
    isFinal,
  };
}
