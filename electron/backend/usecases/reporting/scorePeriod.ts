import { parsePeriod, type Period } from '#shared/domain/assessment/period.ts';
import type { PeriodFigures } from '#shared/domain/ranking/trend.ts';
import type { UnitVersion } from '#shared/domain/units/findUnits.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { StoreReader } from '../../db/store.ts';
import { findSet, type LoadedSet } from '../../files/content.ts';
import type { UseCaseContext } from '../context.ts';
import { lookWithFigures, type FigureContext } from '../dashboard/keepFigures.ts';
import { lookAtHistory } from '../dashboard/periodHistory.ts';
import { findScope } from '../unitScope.ts';
import { chooseRecords, type LeftOut } from './chooseRecords.ts';
import type { ReportedUnit } from './reportedUnit.ts';
import { listMissingUnits } from './listMissingUnits.ts';
import { scoreRecord } from './scoreRecord.ts';

/** What a report is about. */
export interface PeriodQuestion {
  readonly period: string;
  /** Id of the criteria set; needed only where assessments by several sets stand in the period. */
  readonly setId?: string | undefined;
  /** Code of a unit: all communes below it belong to the report, whether something has come from them or not. */
  readonly above?: string | undefined;
}

/** All assessments of one period by one set, scored. */
export interface ScoredPeriod {
  readonly period: Period;
  /** The newest version at hand. */
  readonly loadedSet: LoadedSet;
  readonly units: readonly ReportedUnit[];
  /** The unit whose communes were asked for; undefined where the report holds what there is. */
  readonly scope: UnitVersion | undefined;
  /** This period and the earlier ones of its kind, oldest first, as far as a table can show them; none without history. */
  readonly history: readonly PeriodFigures[];
  /** Assessments of the period that do not enter the report, with the reason. */
  readonly leftOut: readonly LeftOut[];
}

type ScoringContext = Pick<UseCaseContext, 'store' | 'content'>;

/**
 * Scores every assessment of a period, without history. Errors: `period-malformed`, `unit-unknown`,
 * `period-without-assessments`, `criteria-set-ambiguous`, `criteria-set-unknown`.
 */
export function scorePeriod(context: ScoringContext, question: PeriodQuestion): Result<ScoredPeriod> {
  return context.store.read((reader) => {
    const asked = readQuestion(reader, context, question);
    return asked.ok ? succeed(score(reader, context, asked.value)) : asked;
  });
}

/** {@link scorePeriod} with history, whose figures are kept from one time to the next. */
export async function scorePeriodWithHistory(
  context: FigureContext,
  question: PeriodQuestion,
): Promise<Result<ScoredPeriod>> {
  return await lookWithFigures(context, (reader) => {
    const asked = readQuestion(reader, context, question);
    if (!asked.ok) return asked;
    const { loadedSet, period } = asked.value;
    const { unkept, see } = lookAtHistory(reader, context, loadedSet.set.id, period);
    return succeed({ unkept, see: () => ({ ...score(reader, context, asked.value), history: see() }) });
  });
}

/** A question about a period, with its set and the unit that was named. */
export interface AskedPeriod {
  readonly period: Period;
  readonly loadedSet: LoadedSet;
  readonly scope: UnitVersion | undefined;
}

/** Errors: those of `scorePeriod`. */
export function readQuestion(
  reader: StoreReader,
  { content }: ScoringContext,
  question: PeriodQuestion,
): Result<AskedPeriod> {
  const period = parsePeriod(question.period);
  if (!period.ok) return period;
  const scope = findScope(content, question.above, period.value);
  if (!scope.ok) return scope;
  const setId = chooseSet(reader, period.value, question.setId);
  if (!setId.ok) return setId;
  const loadedSet = findSet(content, setId.value);
  return loadedSet.ok
    ? succeed({ period: period.value, loadedSet: loadedSet.value, scope: scope.value })
    : loadedSet;
}

function score(
  reader: StoreReader,
  { content }: ScoringContext,
  { period, loadedSet, scope }: AskedPeriod,
): ScoredPeriod {
  const { set } = loadedSet;
  const ofPeriod = reader.listAssessmentsOfPeriod(set.id, period.code);
  const { records, leftOut } = chooseRecords(content, ofPeriod, period.code, scope);
  const units = records.map((record) => scoreRecord(reader, content, record));
  const missing = listMissingUnits(content, { set, period }, scope, records);
  return { period, loadedSet, units: [...units, ...missing], scope, history: [], leftOut };
}

function chooseSet(reader: StoreReader, { code }: Period, wanted: string | undefined): Result<string> {
  if (wanted !== undefined) return succeed(wanted);
  const ofPeriod = reader.countAssessmentsByPeriod().filter(({ period }) => period === code);
  const [first, ...others] = ofPeriod.map(({ setId }) => setId).toSorted();
  if (first === undefined) return failWith('period-without-assessments', { period: code });
  return others.length === 0
    ? succeed(first)
    : failWith('criteria-set-ambiguous', { period: code, sets: [first, ...others].join(', ') });
}
