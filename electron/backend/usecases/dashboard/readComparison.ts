import type { CallOutput } from '#shared/api/contract.ts';
import type { Placed } from '#shared/domain/ranking/rankUnits.ts';
import type { CriterionOverTime } from '#shared/domain/ranking/criterionChanges.ts';
import type { ThresholdTotals, UnitOverTime } from '#shared/domain/ranking/comparePeriods.ts';
import type { ThresholdShare } from '#shared/domain/ranking/thresholdShares.ts';
import { standIns } from '#shared/domain/ranking/trend.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import {
  compareWithEarlier,
  type ComparedPeriods,
  type ComparisonQuestion,
  type RecordedUnit,
} from './comparePeriods.ts';
import { exact } from './describeRanked.ts';
import type { FigureContext } from './keepFigures.ts';

type Answer = CallOutput<'dashboard.compare'>;
export type DescribedComparison = NonNullable<Answer['comparison']>;

/** What became of all units of the scope since an earlier period. Errors: those of `compareWithEarlier`. */
export async function readComparison(
  context: FigureContext,
  question: ComparisonQuestion,
): Promise<Result<Answer>> {
  const possible = await compareWithEarlier(context, question);
  if (!possible.ok) return possible;
  const { choices, compared } = possible.value;
  return succeed({
    choices: choices.map(({ code }) => code),
    comparison: compared && describeComparison(compared),
  });
}

/** The comparison with its figures as reduced fractions. */
export function describeComparison({
  earlier,
  comparison,
}: Pick<ComparedPeriods, 'earlier' | 'comparison'>): DescribedComparison {
  const { rose, fell, stayed, withoutThen, withoutNow, mean, thresholds, units, criteria } = comparison;
  return {
    earlier: earlier.code,
    rose,
    fell,
    stayed,
    withoutThen,
    withoutNow,
    mean: { units: mean.units, past: exact(mean.past), now: exact(mean.now) },
    thresholds: thresholds.map(describeThreshold),
    units: units.map(describeUnit),
    criteria: criteria.map(describeCriterion),
  };
}

function describeThreshold({ threshold, past, now, gained, lost, next }: ThresholdTotals) {
  return {
    thresholdId: threshold.id,
    past: describeShare(past),
    now: describeShare(now),
    gained,
    lost,
    next: next && {
      title: next.target.title,
      year: next.target.year,
      wanted: next.wanted,
      missing: next.missing,
    },
  };
}

function describeShare({ units, reached, share }: ThresholdShare) {
  return { units, reached, share: exact(share) };
}

function describeUnit(change: UnitOverTime<RecordedUnit>): DescribedComparison['units'][number] {
  const { now, past, earlier, difference, moved, thresholds, cause } = change;
  return {
    unit: now.unit,
    now: describeMoment(now),
    past: past && describeMoment(past),
    percentThen: exact(earlier.percent),
    formedFrom: standIns(now.unit, earlier).map(({ name }) => name),
    isPartial: earlier.isPartial,
    difference: exact(difference),
    moved,
    thresholds: thresholds.map((one) => ({
      thresholdId: one.threshold.id,
      past: one.past,
      now: one.now,
      step: one.step,
    })),
    cause: cause && {
      criterionId: cause.criterion.id,
      code: cause.criterion.code,
      name: cause.criterion.name,
      difference: exact(cause.difference),
    },
  };
}

function describeMoment({ record, percent, place }: Placed<RecordedUnit>) {
  return {
    assessmentId: record?.id ?? null,
    percent: exact(percent),
    rank: place.rank,
    of: place.of,
  };
}

function describeCriterion({ criterion, kind, past, now, difference }: CriterionOverTime) {
  return {
    id: criterion.id,
    code: criterion.code,
    name: criterion.name,
    kind,
    past: { units: past.units, percent: exact(past.percent) },
    now: { units: now.units, percent: exact(now.percent) },
    difference: exact(difference),
  };
}
