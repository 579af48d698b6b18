import type { UnitSummary } from '#shared/api/contract.ts';
import type { Progress } from '#shared/domain/appraisal/appraisalState.ts';
import { parsePeriod, type Period } from '#shared/domain/assessment/period.ts';
import {
  chaseStateOf,
  consolidationDay,
  daysUntil,
  usualDeadline,
  type ChaseState,
} from '#shared/domain/chase/chaseUnit.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import type { KeptStandings } from '../../db/figureTable.ts';
import type { StoreReader } from '../../db/store.ts';
import { findSet, type Content, type LoadedSet } from '../../files/content.ts';
import type { UseCaseContext } from '../context.ts';
import { dayInVietnam } from '../dayInVietnam.ts';
import { toUnitSummary } from '../findUnitsForPeriod.ts';
import { engineOf } from '../dashboard/keepFigures.ts';
import { readProgress } from '../dashboard/readFigures.ts';
import { findSetOf } from '../readAssessment.ts';
import { readSigning } from '../readSigning.ts';
import { scoreRecord } from '../reporting/scoreRecord.ts';
import { findOwnScope, findScope, listUnitsToAssess } from '../unitScope.ts';
import { readDeadline } from './deadline.ts';

export interface ChaseQuestion {
  readonly period: string;
  readonly setId: string;
  /** Code of the unit whose units are meant; the aggregator's or city's own unless told. */
  readonly above?: string | undefined;
}

/** How one unit of the scope stands. */
export interface ChaseEntry {
  readonly unit: UnitSummary;
  readonly state: ChaseState;
  readonly assessmentId: string | null;
  /** Signatures so far; null where nothing was sent. */
  readonly revision: number | null;
  readonly criteriaOpen: number;
  readonly criteriaToJudge: number;
  readonly criteriaOwed: number;
}

export interface Chase {
  readonly period: Period;
  /** ISO day: the one that was set for the period, else the usual one. */
  readonly deadline: string;
  readonly usualDeadline: string;
  readonly daysLeft: number;
  /** Before when everything is to be put together; null where no plan says it. */
  readonly consolidation: { readonly day: string; readonly daysLeft: number } | null;
  /** Every unit of the scope, in the order of the unit list. */
  readonly units: readonly ChaseEntry[];
}

/**
 * Where each unit of the scope stands; quick once figures are kept (`keepFiguresOfPeriod`). Errors: `period-malformed`,
 * `criteria-set-unknown`, `unit-unknown`, and those of the storage.
 */
export function readChase(context: UseCaseContext, question: ChaseQuestion): Result<Chase> {
  const period = parsePeriod(question.period);
  if (!period.ok) return period;
  const newest = findSet(context.content, question.setId);
  if (!newest.ok) return newest;
  return context.store.read((reader) => {
    const scope =
      question.above === undefined
        ? succeed(findOwnScope(reader, context.content, period.value))
        : findScope(context.content, question.above, period.value);
    if (!scope.ok) return scope;
    const units = listUnitsToAssess(context.content, newest.value.set, period.value, scope.value);
    const kept = reader.readStandingsOfPeriod(question.setId, period.value.code, engineOf(context));
    const sent = newestByUnit(reader, period.value, question.setId);
    const deadline = readDeadline(reader, period.value);
    const today = dayInVietnam(context.now());
    const consolidateBy = consolidationDay(period.value);
    return succeed({
      period: period.value,
      deadline,
      usualDeadline: usualDeadline(period.value),
      daysLeft: daysUntil(deadline, today),
      consolidation:
        consolidateBy === null ? null : { day: consolidateBy, daysLeft: daysUntil(consolidateBy, today) },
      units: units.map((version) => {
        const unit = toUnitSummary(version);
        const record = sent.get(keyOf(unit.code, unit.validFrom));
        const figures = record && kept.get(record.number);
        return describe(reader, unit, findArrived(reader, context.content, record, figures), newest.value);
      }),
    });
  });
}

/** Of several assessments of one unit, made by several versions of the set, the one of the newest version counts. */
function newestByUnit(
  reader: StoreReader,
  period: Period,
  setId: string,
): ReadonlyMap<string, AssessmentRecord> {
  const own = reader
    .listAssessmentsOfPeriod(setId, period.code)
    .toSorted((a, b) => a.setVersion.localeCompare(b.setVersion, 'en', { numeric: true }));
  return new Map(own.map((record) => [keyOf(record.unitCode, record.unitValidFrom), record]));
}

function keyOf(code: string, validFrom: string | null): string {
  return `${code} ${validFrom ?? ''}`;
}

function describe(
  reader: StoreReader,
  unit: UnitSummary,
  arrived: Arrived | null,
  newest: LoadedSet,
): ChaseEntry {
  if (!arrived) {
    const nothing = { criteriaOpen: 0, criteriaToJudge: 0, criteriaOwed: 0 };
    return { unit, state: 'not-sent', assessmentId: null, revision: null, ...nothing };
  }
  const { record, progress } = arrived;
  const signing = readSigning(reader, record.number);
  const state = chaseStateOf({
    ...progress,
    isNewestSetVersion: record.setVersion === newest.set.version,
    isSigned: signing.state === 'signed',
  });
  const { criteriaOpen, criteriaToJudge, criteriaOwed } = progress;
  const { revision } = signing;
  return { unit, state, assessmentId: record.id, revision, criteriaOpen, criteriaToJudge, criteriaOwed };
}

interface Arrived {
  readonly record: AssessmentRecord;
  readonly progress: Progress;
}

/** What has come from a unit, with its kept progress where there is one; null too where the set is not here. */
function findArrived(
  reader: StoreReader,
  content: Content,
  record: AssessmentRecord | undefined,
  kept: readonly KeptStandings[] | undefined,
): Arrived | null {
  if (!record || !findSetOf(content, record).ok) return null;
  const progress = (kept && readProgress(kept)) ?? scoreRecord(reader, content, record).progress;
  return progress && { record, progress };
}
