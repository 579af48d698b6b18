import { parsePeriod } from '#shared/domain/assessment/period.ts';
import type { AssessmentHeader } from '#shared/domain/assessment/header.ts';
import type { Efforts } from '#shared/domain/path/findPaths.ts';
import type { ScoringFrame } from '#shared/domain/scoring/scoreAssessment.ts';
import type { AssessmentSummary, Signing } from '#shared/api/contract.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { rememberSet } from '../../lib/saveSheet.ts';
import { useLoaded, type Loaded } from '../../lib/useCall.ts';
import { answersFromBackend, type DeskAnswers } from './answerEdits.ts';
import { clearDrafts } from './clearDrafts.ts';

/** All that the desk needs to begin. */
export interface DeskContent {
  readonly assessment: AssessmentSummary;
  readonly frame: ScoringFrame;
  readonly answers: DeskAnswers;
  readonly header: AssessmentHeader;
  readonly efforts: Efforts;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly signing: Signing;
}

export function useDeskContent(assessmentId: string): Loaded<DeskContent> {
  return useLoaded(assessmentId, () => readDeskContent(assessmentId));
}

async function readDeskContent(id: string): Promise<Result<DeskContent>> {
  const opened = await call('assessments.open', { id });
  if (!opened.ok) return opened;
  const { assessment, answers, ...rest } = opened.value;
  const found = await call('criteria.get', { id: assessment.setId, version: assessment.setVersion });
  if (!found.ok) return found;
  const period = parsePeriod(assessment.period);
  if (!period.ok) return period;
  // What was typed into a sheet that has been signed since cannot be saved any more.
  if (rest.signing.state === 'signed') clearDrafts(id);
  rememberSet(id, found.value.set);
  return succeed({
    ...rest,
    assessment,
    frame: { set: found.value.set, unitKind: assessment.unit.kind, period: period.value },
    answers: answersFromBackend(answers),
  });
}
