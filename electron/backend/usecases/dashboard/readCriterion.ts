import type { CallOutput } from '#shared/api/contract.ts';
import type { Result } from '#shared/errors/result.ts';
import { lookAtPeriod, type DashboardQuestion } from './comparePeriod.ts';
import { exact } from './describeRanked.ts';
import type { FigureContext } from './keepFigures.ts';
import { readOneCriterion } from './keptCriteria.ts';

/** The units in which a criterion counts, those that miss most of its points first. Errors: those of `comparePeriod`. */
export async function readCriterionOverUnits(
  context: FigureContext,
  { criterionId, ...question }: DashboardQuestion & { readonly criterionId: string },
): Promise<Result<CallOutput<'dashboard.criterion'>>> {
  return await lookAtPeriod(context, question, ({ criteria }) => {
    const scored = criteria().flatMap(({ record, ...kept }) => {
      const score = readOneCriterion(kept, criterionId, question.basis);
      return score ? [{ record, score }] : [];
    });
    // Equals stand in the order of their codes, so that the list does not depend on who sent first.
    const weakestFirst = scored.toSorted(
      (a, b) =>
        a.score.points.mul(b.score.max).compare(b.score.points.mul(a.score.max)) ||
        (a.record.unitCode < b.record.unitCode ? -1 : 1),
    );
    return {
      units: weakestFirst.map(({ record, score }) => ({
        unit: {
          code: record.unitCode,
          validFrom: record.unitValidFrom,
          name: record.unitName,
          kind: record.unitKind,
        },
        assessmentId: record.id,
        state: score.state,
        points: exact(score.points),
        max: exact(score.max),
        met: score.met,
      })),
    };
  });
}
