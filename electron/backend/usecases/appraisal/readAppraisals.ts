import {
  appraisalField,
  appraisalSchema,
  type Appraisal,
  type Appraisals,
} from '#shared/domain/appraisal/appraisal.ts';
import { scoreAppraised, type AppraisedScore } from '#shared/domain/appraisal/scoreAppraised.ts';
import { emptyAnswer, type Answer } from '#shared/domain/assessment/answer.ts';
import { scoreAssessment } from '#shared/domain/scoring/scoreAssessment.ts';
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

/** The score of both later stages: what the council says takes the place of what was appraised, criterion by criterion. */
export function scoreStages({ loadedSet, record, period, answers, cells }: ReadAssessment): {
  readonly appraised: AppraisedScore;
  readonly final: AppraisedScore;
} {
  const { set } = loadedSet;
  const score = scoreAssessment({ set, unitKind: record.unitKind, period }, answers);
  const digests = Object.fromEntries(
    score.criteria.map(({ criterion }) => [
      criterion.id,
      answerDigestOf(answers[criterion.id] ?? emptyAnswer),
    ]),
  );
  const appraisals = appraisalsOfCells(cells, 'appraised');
  const decided = { ...appraisals, ...appraisalsOfCells(cells, 'final') };
  return {
    appraised: scoreAppraised(set, score, appraisals, digests),
    final: scoreAppraised(set, score, decided, digests),
  };
}
