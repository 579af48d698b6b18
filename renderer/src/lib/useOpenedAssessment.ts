import type { CallOutput } from '#shared/api/contract.ts';
import type { Answers } from '#shared/domain/assessment/answer.ts';
import { parsePeriod } from '#shared/domain/assessment/period.ts';
import {
  scoreAssessment,
  type AssessmentScore,
  type ScoringFrame,
} from '#shared/domain/scoring/scoreAssessment.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { call } from './backend.ts';
import { useLoaded, type Loaded } from './useCall.ts';

/** An assessment as it is on disk, with its score; for screens that show it as a whole and change no answer. */
export interface OpenedAssessment extends Omit<CallOutput<'assessments.open'>, 'answers'> {
  readonly answers: Answers;
  readonly frame: ScoringFrame;
  readonly checks: CallOutput<'criteria.get'>['checks'];
  readonly score: AssessmentScore;
}

export function useOpenedAssessment(id: string): Loaded<OpenedAssessment> {
  return useLoaded(`opened ${id}`, () => readOpenedAssessment(id));
}

/** Errors: those of `assessments.open` and `criteria.get`. */
export async function readOpenedAssessment(id: string): Promise<Result<OpenedAssessment>> {
  const opened = await call('assessments.open', { id });
  if (!opened.ok) return opened;
  const { assessment } = opened.value;
  const found = await call('criteria.get', { id: assessment.setId, version: assessment.setVersion });
  if (!found.ok) return found;
  const period = parsePeriod(assessment.period);
  if (!period.ok) return period;
  // The backend keeps answers canonical, so what it sends needs no second look.
  const answers = opened.value.answers as Answers;
  const frame = { set: found.value.set, unitKind: assessment.unit.kind, period: period.value };
  const score = scoreAssessment(frame, answers);
  return succeed({ ...opened.value, answers, frame, checks: found.value.checks, score });
}
