import type { Receipt, ReturnedResult, Signing, UnitSummary } from '#shared/api/contract.ts';
import type { AssessmentHeader } from '#shared/domain/assessment/header.ts';
import { parsePeriod, type Period } from '#shared/domain/assessment/period.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { AssessmentRecord } from '../db/assessmentTable.ts';
import type { Cell } from '../db/changeLog.ts';
import type { StoreReader } from '../db/store.ts';
import { findSet, type Content, type LoadedSet } from '../files/content.ts';
import { answersOfCells, headerOfCells, type StoredAnswers } from './answersOfCells.ts';
import { compareVersions } from './earlierAssessments.ts';
import { readDeadline } from './chase/deadline.ts';
import { contentDigestOf } from './contentDigest.ts';
import { readSigning } from './readSigning.ts';
import { readReceipt } from './receipts/readReceipt.ts';
import { readResult } from './results/readResult.ts';

/** Everything that stands in one assessment, with the set it is measured by. */
export interface ReadAssessment {
  readonly record: AssessmentRecord;
  readonly unit: UnitSummary;
  readonly period: Period;
  readonly loadedSet: LoadedSet;
  /** Of all stages. */
  readonly cells: readonly Cell[];
  readonly answers: StoredAnswers;
  readonly header: AssessmentHeader;
  /** ISO instant of the last edit; null before the first. */
  readonly savedAt: string | null;
  readonly signing: Signing;
  /** Of what is declared (`contentDigestOf`); made when it is asked for. */
  readonly digest: () => string;
  /** Of the set, by which the unit has no assessment of this period yet. */
  readonly newerVersion: string | null;
  /** For the signature in force. */
  readonly receipt: Receipt | null;
  /** What the level above has given back. */
  readonly result: ReturnedResult | null;
  /** ISO day by which it is due. */
  readonly deadline: string;
}

/** Errors: `assessment-unknown`, `criteria-set-unknown`, `criteria-set-changed`. */
export function readAssessment(reader: StoreReader, content: Content, id: string): Result<ReadAssessment> {
  const record = reader.findAssessment(id);
  if (!record) return failWith('assessment-unknown', { id: id.slice(0, 40) });
  return completeAssessment(reader, content, record);
}

/** Errors: `criteria-set-unknown`, `criteria-set-changed`. */
export function completeAssessment(
  reader: StoreReader,
  content: Content,
  record: AssessmentRecord,
): Result<ReadAssessment> {
  const loadedSet = findSetOf(content, record);
  if (!loadedSet.ok) return loadedSet;
  const period = parsePeriod(record.period);
  if (!period.ok) return period;
  const cells = reader.readCells(record.number);
  const signing = readSigning(reader, record.number);
  const answers = answersOfCells(cells);
  const header = headerOfCells(cells);
  const digest = () =>
    contentDigestOf({
      unitCode: record.unitCode,
      period: period.value.code,
      setDigest: loadedSet.value.digest,
      answers,
      header,
    });
  const { signature, revision } = signing;
  const signed = signature && { revision, contentDigest: signature.digest };
  return succeed({
    record,
    unit: unitOf(record),
    period: period.value,
    loadedSet: loadedSet.value,
    cells,
    answers,
    header,
    savedAt: reader.findLastChangeTime(record.number),
    signing,
    digest,
    newerVersion: findNewerVersion(reader, content, record),
    receipt: signed && readReceipt(reader, record.number, signed),
    result: readResult(reader, record.number, loadedSet.value.set, {
      signedRevision: signed?.revision ?? null,
      digest,
    }),
    deadline: readDeadline(reader, period.value),
  });
}

function findNewerVersion(reader: StoreReader, content: Content, record: AssessmentRecord): string | null {
  const newest = findSet(content, record.setId);
  if (!newest.ok || compareVersions(newest.value.set.version, record.setVersion) <= 0) return null;
  const setVersion = newest.value.set.version;
  return reader.findSameAssessment({ ...record, setVersion }) ? null : setVersion;
}

/** The set that an assessment was created with, not a later one. Errors: `criteria-set-unknown`, `criteria-set-changed`. */
export function findSetOf(content: Content, record: AssessmentRecord): Result<LoadedSet> {
  const found = findSet(content, record.setId, record.setVersion);
  if (!found.ok || found.value.digest === record.setDigest) return found;
  return failWith('criteria-set-changed', { set: `${record.setId}@${record.setVersion}` });
}

export function unitOf(record: AssessmentRecord): UnitSummary {
  return {
    code: record.unitCode,
    validFrom: record.unitValidFrom,
    name: record.unitName,
    kind: record.unitKind,
    parentName: record.unitParentName,
  };
}
