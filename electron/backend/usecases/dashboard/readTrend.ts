import { parsePeriod } from '#shared/domain/assessment/period.ts';
import type { CallOutput } from '#shared/api/contract.ts';
import type Fraction from 'fraction.js';
import { sumOfMany } from '#shared/domain/numbers/sumOfMany.ts';
import { followUnit, standIns, type PeriodFigures, type TrendPoint } from '#shared/domain/ranking/trend.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { findSet, type Content } from '../../files/content.ts';
import type { DashboardQuestion } from './comparePeriod.ts';
import { exact } from './describeRanked.ts';
import { lookWithFigures, type FigureContext } from './keepFigures.ts';
import { lookAtHistory } from './periodHistory.ts';
import { gatherUnits, type PeriodUnit } from './periodUnits.ts';

/**
 * The declared percentages of the units of the scope up to a period. Errors: `period-malformed`, `criteria-set-unknown`,
 * and those of the storage.
 */
export async function readTrend(
  context: FigureContext,
  question: Omit<DashboardQuestion, 'basis'>,
): Promise<Result<CallOutput<'dashboard.trend'>>> {
  const period = parsePeriod(question.period);
  if (!period.ok) return period;
  const loadedSet = findSet(context.content, question.setId);
  if (!loadedSet.ok) return loadedSet;
  const about = { period: period.value, loadedSet: loadedSet.value };
  return await lookWithFigures(context, (reader) => {
    const { unkept, see } = lookAtHistory(reader, context, question.setId, period.value);
    return succeed({
      unkept,
      see: () => describeTrend(context.content, gatherUnits(reader, context.content, about).units, see()),
    });
  });
}

function describeTrend(
  content: Content,
  units: readonly PeriodUnit[],
  history: readonly PeriodFigures[],
): CallOutput<'dashboard.trend'> {
  const followed = units.map((unit) => ({ unit, points: follow(content, unit, history) }));
  return {
    periods: history.map(({ period }) => period),
    all: history.map((_, index) => meanOf(followed.map(({ points }) => points[index]?.percent ?? null))),
    units: followed.map(({ unit: { unit }, points }) => ({
      unit,
      points: points.map((point) => describePoint(unit, point)),
    })),
  };
}

/** A unit that no list knows has no predecessors: only its own figures. */
function follow(
  { unitLists }: Content,
  { unit, version }: PeriodUnit,
  history: readonly PeriodFigures[],
): readonly TrendPoint[] {
  if (version) return followUnit(unitLists, version, history);
  return history.map(({ period, percentOf: own }) => ({
    period,
    percent: own(unit),
    parts: [],
    isPartial: false,
  }));
}

function meanOf(percents: readonly (Fraction | null)[]) {
  const known = percents.filter((percent) => percent !== null);
  return { units: known.length, mean: known.length === 0 ? null : exact(sumOfMany(known).div(known.length)) };
}

function describePoint(unit: PeriodUnit['unit'], point: TrendPoint) {
  return {
    percent: exact(point.percent),
    formedFrom: standIns(unit, point).map(({ name }) => name),
    isPartial: point.isPartial,
  };
}
