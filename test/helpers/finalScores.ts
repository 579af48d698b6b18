import { recordAppraisals } from '#backend/usecases/appraisal/recordAppraisals.ts';
import type { UseCaseContext } from '#backend/usecases/context.ts';
import { readAssessment } from '#backend/usecases/readAssessment.ts';
import { scoreAssessment } from '#shared/domain/scoring/scoreAssessment.ts';
import { valueOf } from './valueOf.ts';

/** The council keeps every point that the assessments claim. */
export function keepAllPoints(context: UseCaseContext, assessmentIds: readonly string[]): void {
  for (const assessmentId of assessmentIds) {
    const { record, loadedSet, period, answers } = valueOf(
      context.store.read((reader) => readAssessment(reader, context.content, assessmentId)),
    );
    const score = scoreAssessment({ set: loadedSet.set, unitKind: record.unitKind, period }, answers);
    const appraisals = score.criteria.map(({ criterion }) => ({
      criterionId: criterion.id,
      decision: 'accepted' as const,
      points: null,
      reason: '',
    }));
    valueOf(recordAppraisals(context, { assessmentId, stage: 'final', appraisals }));
  }
}
