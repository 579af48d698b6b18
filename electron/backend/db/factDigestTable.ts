import type Database from 'better-sqlite3';

export interface FactDigestReader {
  /** Digests of the facts of all assessments of a period, as one version of the engine made them, by assessment. */
  readFactDigestsOfPeriod(setId: string, period: string, engine: string): ReadonlyMap<number, string>;
}

export interface FactDigestWriter {
  /** Keeps a digest until the next change of the assessment. */
  keepFactDigest(assessment: number, engine: string, digest: string): void;
}

/** The statements that run often; a test asks SQLite for their plans. */
export const factDigestQueries = {
  ofPeriod: `SELECT fact_digest.assessment, fact_digest.digest
    FROM assessment JOIN fact_digest ON fact_digest.assessment = assessment.number
    WHERE assessment.set_id = ? AND assessment.period = ? AND fact_digest.engine = ?`,
} as const;

export function prepareFactDigestTable(database: Database.Database): FactDigestReader & FactDigestWriter {
  const ofPeriod = database
    .prepare<[string, string, string], [number, string]>(factDigestQueries.ofPeriod)
    .raw();
  const keep = database.prepare<[number, string, string]>(
    'INSERT OR REPLACE INTO fact_digest (assessment, engine, digest) VALUES (?, ?, ?)',
  );
  return {
    readFactDigestsOfPeriod: (setId, period, engine) => new Map(ofPeriod.all(setId, period, engine)),
    keepFactDigest: (assessment, engine, digest) => void keep.run(assessment, engine, digest),
  };
}
