import type { AssessmentSummary } from '#shared/api/contract.ts';
import type { Answers } from '#shared/domain/assessment/answer.ts';
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
  readonly answers: Answers;
  readonly header: AssessmentHeader;
}> {
  return context.store.read((reader) => {
    const found = readAssessment(reader, context.content, id);
    if (!found.ok) return found;
    const { answers, header } = found.value;
    return succeed({ assessment: summariseAssessment(found.value), answers, header });
  });
}
