import Fraction from 'fraction.js';
import type { CallOutput } from '#shared/api/contract.ts';
import { parsePeriod, type Period } from '#shared/domain/assessment/period.ts';
import { followUnit, type PeriodFigures, type TrendPoint } from '#shared/domain/ranking/trend.ts';
import { zero } from '#shared/domain/scoring/pointsOfRule.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import type { StoreReader } from '../../db/store.ts';
import type { Content } from '../../files/content.ts';
import { chooseRecords } from '../reporting/chooseRecords.ts';
import { scoreRecord } from '../reporting/scorePeriod.ts';
import {
  comparePeriod,
  type ComparedPeriodUnit,
  type DashboardContext,
  type DashboardQuestion,
} from './comparePeriod.ts';
import { exact } from './describeRanked.ts';
import { engineOf, keepFigures } from './keepFigures.ts';

/** The declared percentages of the units of the scope up to a period. Errors: those of `comparePeriod`. */
export async function readTrend(
  context: DashboardContext,
  question: Omit<DashboardQuestion, 'basis'>,
): Promise<Result<CallOutput<'dashboard.trend'>>> {
  const compared = await comparePeriod(context, { ...question, basis: 'claimed' });
  if (!compared.ok) return compared;
  const { period, units } = compared.value;
  const first = context.store.read((reader) => succeed(gather(reader, context, question.setId, period)));
  if (!first.ok) return first;
  await keepFigures(
    context,
    first.value.periods
      .flatMap(({ records }) => records)
      .filter(({ number }) => !first.value.percents.has(number)),
  );
  return context.store.read((reader) => {
    const { periods, percents } = gather(reader, context, question.setId, period);
    const history = periods.map(({ code, records }) =>
      toPeriodFigures(code, records, (record) => {
        const kept = percents.get(record.number);
        return kept === undefined ? percentOf(reader, context.content, record) : toFraction(kept);
      }),
    );
    const followed = units.map((unit) => ({ unit, points: follow(context.content, unit, history) }));
    return succeed({
      periods: history.map((figures) => figures.period),
      all: history.map((_, index) => meanOf(followed.map(({ points }) => points[index]?.percent ?? null))),
      units: followed.map(({ unit: { unit }, points }) => ({
        unit,
        points: points.map((point) => describePoint(unit.name, point)),
      })),
    });
  });
}

/** So many periods; a table of more cannot be read, and two years of quarters are in it. */
const mostPeriods = 8;

/** The last periods of a kind up to this one, with the assessments that count in each and the percentages at hand. */
function gather(reader: StoreReader, context: DashboardContext, setId: string, until: Period) {
  const earlier = reader.countAssessmentsByPeriod().flatMap((one) => {
    const period = parsePeriod(one.period);
    const counts = one.setId === setId && period.ok && period.value.kind === until.kind;
    return counts && period.value.lastDay <= until.lastDay ? [period.value] : [];
  });
  const periods = earlier.toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1)).slice(-mostPeriods);
  const percents = new Map<number, string | null>();
  const gathered = periods.map(({ code }) => {
    for (const kept of reader.listKeptPercents(setId, code, engineOf(context)))
      percents.set(kept.assessment, kept.percent);
    const ofPeriod = reader.listAssessmentsOfPeriod(setId, code);
    return { code, records: chooseRecords(context.content, ofPeriod, code, undefined).records };
  });
  return { periods: gathered, percents };
}

function toPeriodFigures(
  period: string,
  records: readonly AssessmentRecord[],
  percentOfRecord: (record: AssessmentRecord) => Fraction | null,
): PeriodFigures {
  const byUnit = new Map(records.map((record) => [keyOf(record.unitCode, record.unitValidFrom), record]));
  return {
    period,
    percentOf: ({ code, validFrom }) => {
      const record = byUnit.get(keyOf(code, validFrom));
      return record ? percentOfRecord(record) : null;
    },
  };
}

function keyOf(code: string, validFrom: string | null): string {
  return `${code} ${validFrom ?? ''}`;
}

function toFraction(text: string | null): Fraction | null {
  return text === null ? null : new Fraction(text);
}

function percentOf(reader: StoreReader, content: Content, record: AssessmentRecord): Fraction | null {
  return scoreRecord(reader, content, record).score?.claimed.percent ?? null;
}

/** A unit that no list knows has no predecessors: only its own figures. */
function follow(
  { unitLists }: Content,
  { unit, version }: ComparedPeriodUnit,
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
  const sum = known.reduce((total, percent) => total.add(percent), zero);
  return { units: known.length, mean: known.length === 0 ? null : exact(sum.div(known.length)) };
}

function describePoint(name: string, { percent, parts, isPartial }: TrendPoint) {
  const isOwn = parts.length === 1 && parts[0]?.name === name;
  return {
    percent: exact(percent),
    formedFrom: isOwn ? [] : parts.map((part) => part.name),
    isPartial,
  };
}
