import type Database from 'better-sqlite3';

/** An assessment as stored. The unit's name, kind and parent are those of the day on which it was created. */
export interface AssessmentRecord {
  /** The row's number, for joins inside the store; never leaves it. */
  readonly number: number;
  readonly id: string;
  readonly unitCode: string;
  /** ISO day; null where it is not known. Codes are reused: code and valid-from together identify a unit. */
  readonly unitValidFrom: string | null;
  readonly unitName: string;
  readonly unitKind: string;
  readonly unitParentName: string;
  readonly period: string;
  readonly setId: string;
  readonly setVersion: string;
  readonly setDigest: string;
  /** ISO instant. */
  readonly createdAt: string;
}

export type NewAssessment = Omit<AssessmentRecord, 'number'>;
/** What no two assessments share. */
export type AssessmentIdentity = Pick<
  NewAssessment,
  'unitCode' | 'unitValidFrom' | 'period' | 'setId' | 'setVersion'
>;

export interface PeriodCount {
  readonly period: string;
  readonly setId: string;
  readonly assessments: number;
}

export interface AssessmentReader {
  listAssessments(): readonly AssessmentRecord[];
  /** Those of one period by any version of one criteria set. */
  listAssessmentsOfPeriod(setId: string, period: string): readonly AssessmentRecord[];
  /** How many there are of each period and criteria set. */
  countAssessmentsByPeriod(): readonly PeriodCount[];
  findAssessment(id: string): AssessmentRecord | undefined;
  /** The assessment that already stands for this unit, period and set. */
  findSameAssessment(identity: AssessmentIdentity): AssessmentRecord | undefined;
}

export interface AssessmentWriter {
  /** Returns the row's number. */
  insertAssessment(assessment: NewAssessment): number;
}

type Row = Omit<AssessmentRecord, 'unitValidFrom'> & { readonly unitValidFrom: string };

const columns = `number, id, unit_code AS unitCode, unit_valid_from AS unitValidFrom, unit_name AS unitName,
  unit_kind AS unitKind, unit_parent_name AS unitParentName, period, set_id AS setId, set_version AS setVersion,
  set_digest AS setDigest, created_at AS createdAt`;

/** The statements that run often; a test asks SQLite for their plans. */
export const assessmentQueries = {
  find: `SELECT ${columns} FROM assessment WHERE id = ?`,
  ofPeriod: `SELECT ${columns} FROM assessment WHERE set_id = ? AND period = ?`,
  findSame: `SELECT ${columns} FROM assessment WHERE unit_code = :unitCode AND unit_valid_from = :unitValidFrom
    AND period = :period AND set_id = :setId AND set_version = :setVersion`,
} as const;

export function prepareAssessmentTable(database: Database.Database): AssessmentReader & AssessmentWriter {
  const list = database.prepare<[], Row>(`SELECT ${columns} FROM assessment ORDER BY number DESC`);
  const ofPeriod = database.prepare<[string, string], Row>(assessmentQueries.ofPeriod);
  const counts = database.prepare<[], PeriodCount>(
    'SELECT set_id AS setId, period, count(*) AS assessments FROM assessment GROUP BY set_id, period',
  );
  const find = database.prepare<[string], Row>(assessmentQueries.find);
  const findSame = database.prepare<[object], Row>(assessmentQueries.findSame);
  const insert = database.prepare<[object]>(
    `INSERT INTO assessment (id, unit_code, unit_valid_from, unit_name, unit_kind, unit_parent_name, period, set_id,
       set_version, set_digest, created_at)
     VALUES (:id, :unitCode, :unitValidFrom, :unitName, :unitKind, :unitParentName, :period, :setId,
       :setVersion, :setDigest, :createdAt)`,
  );
  return {
    listAssessments: () => list.all().map(toRecord),
    listAssessmentsOfPeriod: (setId, period) => ofPeriod.all(setId, period).map(toRecord),
    countAssessmentsByPeriod: () => counts.all(),
    findAssessment: (id) => toRecordIfAny(find.get(id)),
    findSameAssessment: (identity) => toRecordIfAny(findSame.get(toRow(identity))),
    insertAssessment: (assessment) => Number(insert.run(toRow(assessment)).lastInsertRowid),
  };
}

// UNIQUE takes every NULL for different, so that an unknown day is stored as ''.
function toRow<T extends AssessmentIdentity>(assessment: T): T & { readonly unitValidFrom: string } {
  return { ...assessment, unitValidFrom: assessment.unitValidFrom ?? '' };
}

function toRecord(row: Row): AssessmentRecord {
  return { ...row, unitValidFrom: row.unitValidFrom === '' ? null : row.unitValidFrom };
}

function toRecordIfAny(row: Row | undefined): AssessmentRecord | undefined {
  return row && toRecord(row);
}
