import { parsePeriod, type Period } from '#shared/domain/assessment/period.ts';
import { listEarlierPeriods } from '#shared/domain/ranking/earlierPeriod.ts';
import type { PeriodFigures } from '#shared/domain/ranking/trend.ts';
import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import type { StoreReader } from '../../db/store.ts';
import { chooseRecords } from '../reporting/chooseRecords.ts';
import { scoreRecord } from '../reporting/scoreRecord.ts';
import { engineOf, type FigureContext, type FigureLook } from './keepFigures.ts';
import { rememberFractions } from './readFigures.ts';

/** So many periods; a table of more cannot be read, and two years of quarters are in it. */
const mostPeriods = 8;

/**
 * The declared percentages of the assessments by one set in a period and the ones of its kind before it, oldest first, as
 * far as a table can show them.
 */
export function lookAtHistory(
  reader: StoreReader,
  context: FigureContext,
  setId: string,
  until: Period,
): FigureLook<readonly PeriodFigures[]> {
  const kept = new Map<number, string | null>();
  const periods = listPeriods(reader, setId, until).map((code) => {
    for (const { assessment, percent } of reader.listKeptPercents(setId, code, engineOf(context)))
      kept.set(assessment, percent);
    const ofPeriod = reader.listAssessmentsOfPeriod(setId, code);
    return { code, records: chooseRecords(context.content, ofPeriod, code, undefined).records };
  });
  return {
    unkept: periods.flatMap(({ records }) => records.filter(({ number }) => !kept.has(number))),
    see: () => {
      const fraction = rememberFractions();
      const percentOf = (record: AssessmentRecord): string | null => {
        const percent = kept.get(record.number);
        return percent === undefined ? computePercent(reader, context, record) : percent;
      };
      return periods.map(({ code, records }): PeriodFigures => {
        const percents = new Map(
          records.map((record) => [keyOf(record.unitCode, record.unitValidFrom), percentOf(record)]),
        );
        return {
          period: code,
          percentOf: (unit) => {
            const percent = percents.get(keyOf(unit.code, unit.validFrom)) ?? null;
            return percent === null ? null : fraction(percent);
          },
        };
      });
    },
  };
}

function listPeriods(reader: StoreReader, setId: string, until: Period): readonly string[] {
  const all = readPeriods(reader, setId);
  // Another span that ends on the same day is no earlier one.
  const own = all.filter(({ code }) => code === until.code);
  return [...own, ...listEarlierPeriods(until, all)]
    .slice(0, mostPeriods)
    .map(({ code }) => code)
    .toReversed();
}

/** The periods in which something by a set is here, in no order. */
export function readPeriods(reader: StoreReader, setId: string): readonly Period[] {
  return reader.countAssessmentsByPeriod().flatMap((counted) => {
    const period = parsePeriod(counted.period);
    return counted.setId === setId && period.ok ? [period.value] : [];
  });
}

function keyOf(code: string, validFrom: string | null): string {
  return `${code} ${validFrom ?? ''}`;
}

function computePercent(
  reader: StoreReader,
  { content }: FigureContext,
  record: AssessmentRecord,
): string | null {
  return scoreRecord(reader, content, record).score?.claimed.percent?.toFraction() ?? null;
}
