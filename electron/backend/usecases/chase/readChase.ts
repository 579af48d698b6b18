import type { UnitSummary } from '#shared/api/contract.ts';
import { appraisalStateOf } from '#shared/domain/appraisal/appraisalState.ts';
import { parsePeriod, type Period } from '#shared/domain/assessment/period.ts';
import {
  chaseStateOf,
  consolidationDay,
  daysUntil,
  usualDeadline,
  type ChaseState,
  type SentAssessment,
} from '#shared/domain/chase/chaseUnit.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import type { StoreReader } from '../../db/store.ts';
import { findSet, type Content, type LoadedSet } from '../../files/content.ts';
import { scoreStages } from '../appraisal/readAppraisals.ts';
import type { UseCaseContext } from '../context.ts';
import { dayInVietnam } from '../dayInVietnam.ts';
import { toUnitSummary } from '../findUnitsForPeriod.ts';
import { completeAssessment } from '../readAssessment.ts';
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

/** Errors: `period-malformed`, `criteria-set-unknown`, `unit-unknown`, and those of the storage. */
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
        return describe(reader, context.content, newest.value, unit, record);
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
    .listAssessments()
    .filter((record) => record.period === period.code && record.setId === setId)
    .toSorted((a, b) => a.setVersion.localeCompare(b.setVersion, 'en', { numeric: true }));
  return new Map(own.map((record) => [keyOf(record.unitCode, record.unitValidFrom), record]));
}

function keyOf(code: string, validFrom: string | null): string {
  return `${code} ${validFrom ?? ''}`;
}

function describe(
  reader: StoreReader,
  content: Content,
  newest: LoadedSet,
  unit: UnitSummary,
  record: AssessmentRecord | undefined,
): ChaseEntry {
  const found = record && completeAssessment(reader, content, record);
  if (!record || !found?.ok) {
    const nothing = { criteriaOpen: 0, criteriaToJudge: 0, criteriaOwed: 0 };
    return { unit, state: 'not-sent', assessmentId: null, revision: null, ...nothing };
  }
  const { appraised } = scoreStages(found.value);
  const sent: SentAssessment = {
    ...appraisalStateOf(appraised),
    isNewestSetVersion: record.setVersion === newest.set.version,
    isSigned: found.value.signing.state === 'signed',
    criteriaOpen: appraised.criteria.filter(
      ({ declared }) => declared.rule.kind !== 'info' && declared.state === 'unanswered',
    ).length,
  };
  const { criteriaOpen, criteriaToJudge, criteriaOwed } = sent;
  const { revision } = found.value.signing;
  const state = chaseStateOf(sent);
  return { unit, state, assessmentId: record.id, revision, criteriaOpen, criteriaToJudge, criteriaOwed };
}
