import type { AssessmentSummary, Signing } from '#shared/api/contract.ts';
import type { StoredAnswers } from './answersOfCells.ts';
import type { AssessmentHeader } from '#shared/domain/assessment/header.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { UseCaseContext } from './context.ts';
import { readAssessment } from './readAssessment.ts';
import { summariseAssessment } from './summariseAssessment.ts';

/** One assessment with everything declared in it. Errors: `assessment-unknown`, `criteria-set-unknown`, `criteria-set-changed`. */
export function openAssessment(
  context: UseCaseContext,
  id: string,
): Result<{
  readonly assessment: AssessmentSummary;
  readonly answers: StoredAnswers;
  readonly header: AssessmentHeader;
  readonly efforts: Readonly<Record<string, number>>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly signing: Signing;
}> {
  return context.store.read((reader) => {
    const found = readAssessment(reader, context.content, id);
    if (!found.ok) return found;
    const { answers, header } = found.value;
    return succeed({
      assessment: summariseAssessment(found.value),
      answers,
      header,
      efforts: {},
      canUndo: false,
      canRedo: false,
      signing: { revision: 0, state: 'open', signature: null, recalls: [] },
    });
  });
}
