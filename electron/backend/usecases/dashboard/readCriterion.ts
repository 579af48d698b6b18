import type { CallOutput } from '#shared/api/contract.ts';
import { criteriaOn } from '#shared/domain/ranking/scoredUnit.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { comparePeriod, type DashboardContext, type DashboardQuestion } from './comparePeriod.ts';
import { exact } from './describeRanked.ts';

/** The units in which a criterion counts, those that miss most of its points first. Errors: those of `comparePeriod`. */
export async function readCriterionOverUnits(
  context: DashboardContext,
  { criterionId, ...question }: DashboardQuestion & { readonly criterionId: string },
): Promise<Result<CallOutput<'dashboard.criterion'>>> {
  const compared = await comparePeriod(context, question);
  if (!compared.ok) return compared;
  const scored = compared.value.units.flatMap((unit) => {
    const score = criteriaOn(unit, question.basis).find(
      ({ criterion, counts }) => counts && criterion.id === criterionId,
    );
    return score && unit.record ? [{ unit: unit.unit, assessmentId: unit.record.id, score }] : [];
  });
  const weakestFirst = scored.toSorted((a, b) =>
    a.score.points.mul(b.score.max).compare(b.score.points.mul(a.score.max)),
  );
  return succeed({
    units: weakestFirst.map(({ unit, assessmentId, score }) => ({
      unit,
      assessmentId,
      state: score.state,
      points: exact(score.points),
      max: exact(score.max),
      met: score.met,
    })),
  });
}
