import type { AssessmentSummary } from '#shared/api/contract.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { UseCaseContext } from './context.ts';
import { completeAssessment } from './readAssessment.ts';
import { readSigning } from './readSigning.ts';
import { summariseAssessment, summariseWithoutSet } from './summariseAssessment.ts';

/** Every assessment with its standing, newest first. One whose set is missing is listed without a standing. */
export function listAssessments(context: UseCaseContext): Result<AssessmentSummary[]> {
  return context.store.read((reader) =>
    succeed(
      reader.listAssessments().map((record) => {
        const complete = completeAssessment(reader, context.content, record);
        return complete.ok
          ? summariseAssessment(complete.value)
          : summariseWithoutSet(
              record,
              reader.findLastChangeTime(record.number),
              readSigning(reader, record.number),
            );
      }),
    ),
  );
}
