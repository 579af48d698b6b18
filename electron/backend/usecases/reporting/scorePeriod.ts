import type Fraction from 'fraction.js';
import { progressOf } from '#shared/domain/appraisal/appraisalState.ts';
import { parsePeriod, type Period } from '#shared/domain/assessment/period.ts';
import type { PeriodFigures } from '#shared/domain/ranking/trend.ts';
import { scoreAssessment } from '#shared/domain/scoring/scoreAssessment.ts';
import type { UnitVersion } from '#shared/domain/units/findUnits.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import type { StoreReader } from '../../db/store.ts';
import { findSet, type Content, type LoadedSet } from '../../files/content.ts';
import { appraisalsOfCells, scoreStages } from '../appraisal/readAppraisals.ts';
import type { UseCaseContext } from '../context.ts';
import { completeAssessment } from '../readAssessment.ts';
import { findScope } from '../unitScope.ts';
import { chooseRecords, type LeftOut } from './chooseRecords.ts';
import type { ReportedUnit } from './reportedUnit.ts';
import { listMissingUnits } from './listMissingUnits.ts';

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
  /** This period and the earlier ones of its kind, oldest first. */
  readonly history: readonly PeriodFigures[];
  /** Assessments of the period that do not enter the report, with the reason. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * Scores every assessment of a period. Errors: `period-malformed`, `unit-unknown`, `period-without-assessments`,
 * `criteria-set-ambiguous`, `criteria-set-unknown`.
 */
export function scorePeriod(
  { store, content }: Pick<UseCaseContext, 'store' | 'content'>,
  question: PeriodQuestion,
): Result<ScoredPeriod> {
  const period = parsePeriod(question.period);
  if (!period.ok) return period;
  const scope = findScope(content, question.above, period.value);
  if (!scope.ok) return scope;
  return store.read((reader) => {
    const records = reader.listAssessments();
    const setId = chooseSet(records, period.value, question.setId);
    if (!setId.ok) return setId;
    const loadedSet = findSet(content, setId.value);
    if (!loadedSet.ok) return loadedSet;
    const ofSet = records.filter((record) => record.setId === setId.value);
    const chosen = chooseRecords(content, ofSet, period.value.code, scope.value);
    const units = chosen.records.map((record) => scoreRecord(reader, content, record));
    const missing = listMissingUnits(
      content,
      { set: loadedSet.value.set, period: period.value },
      scope.value,
      chosen.records,
    );
    return succeed({
      period: period.value,
      loadedSet: loadedSet.value,
      units: [...units, ...missing],
      scope: scope.value,
      history: readHistory(reader, content, ofSet, period.value),
      leftOut: chosen.leftOut,
    });
  });
}

function chooseSet(
  records: readonly AssessmentRecord[],
  { code }: Period,
  wanted: string | undefined,
): Result<string> {
  const present = [...new Set(records.filter(({ period }) => period === code).map(({ setId }) => setId))];
  if (wanted !== undefined) return succeed(wanted);
  const [first, ...others] = present.toSorted();
  if (first === undefined) return failWith('period-without-assessments', { period: code });
  return others.length === 0
    ? succeed(first)
    : failWith('criteria-set-ambiguous', { period: code, sets: [first, ...others].join(', ') });
}

/** One assessment scored on every basis; without scores where its set is not here. */
export function scoreRecord(reader: StoreReader, content: Content, record: AssessmentRecord): ReportedUnit {
  const complete = completeAssessment(reader, content, record);
  const unit = {
    code: record.unitCode,
    validFrom: record.unitValidFrom,
    name: record.unitName,
    kind: record.unitKind,
  };
  const version = findVersion(content, unit);
  if (!complete.ok) {
    return { unit, score: null, appraised: null, final: null, progress: null, assessment: null, version };
  }
  const assessment = complete.value;
  const { loadedSet, period, answers, cells } = assessment;
  const stages = scoreStages(assessment);
  const isFinal = Object.keys(appraisalsOfCells(cells, 'final')).length > 0;
  const isAppraised = isFinal || Object.keys(appraisalsOfCells(cells, 'appraised')).length > 0;
  return {
    unit,
    score: scoreAssessment({ set: loadedSet.set, unitKind: record.unitKind, period }, answers),
    appraised: isAppraised ? stages.appraised : null,
    final: isFinal ? stages.final : null,
    progress: progressOf(stages.appraised),
    assessment,
    version,
  };
}

/** The unit as the list of its time knows it; undefined where no list at hand does. */
export function findVersion(
  { unitLists }: Content,
  { code, validFrom }: { readonly code: string; readonly validFrom: string | null },
): UnitVersion | undefined {
  return unitLists
    .filter((list) => list.validFrom === validFrom)
    .flatMap((list) => list.units.filter((unit) => unit.code === code).map((unit) => ({ unit, list })))[0];
}

/** The declared percentages of this period and the earlier ones of its kind. */
function readHistory(
  reader: StoreReader,
  content: Content,
  records: readonly AssessmentRecord[],
  until: Period,
): readonly PeriodFigures[] {
  const periods = [...new Set(records.map(({ period }) => period))].flatMap((code) => {
    const period = parsePeriod(code);
    return period.ok && period.value.kind === until.kind && period.value.lastDay <= until.lastDay
      ? [period.value]
      : [];
  });
  return periods
    .toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1))
    .map(({ code }): PeriodFigures => {
      const chosen = chooseRecords(content, records, code, undefined).records;
      const percents = new Map(
        chosen.map((record) => [identityOf(record), percentOf(reader, content, record)]),
      );
      return {
        period: code,
        percentOf: ({ code: unitCode, validFrom }) =>
          percents.get(identityOf({ unitCode, unitValidFrom: validFrom })) ?? null,
      };
    });
}

function identityOf({
  unitCode,
  unitValidFrom,
}: Pick<AssessmentRecord, 'unitCode' | 'unitValidFrom'>): string {
  return `${unitCode} ${unitValidFrom ?? ''}`;
}

function percentOf(reader: StoreReader, content: Content, record: AssessmentRecord): Fraction | null {
  const complete = completeAssessment(reader, content, record);
  if (!complete.ok) return null;
  const { loadedSet, period, answers } = complete.value;
  return scoreAssessment({ set: loadedSet.set, unitKind: record.unitKind, period }, answers).claimed.percent;
}
