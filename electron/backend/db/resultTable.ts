import type Database from 'better-sqlite3';
import type { ReviewResult } from '#shared/format/package/newest.ts';
import type { Sender, SenderRole } from './signerTable.ts';

/** A result as the level above has given it back. */
export interface ReturnedResultRecord {
  readonly result: ReviewResult;
  /** ISO instant, by the clock of whoever gave it. */
  readonly issuedAt: string;
  readonly issuer: Sender;
  /** What was looked at: signatures so far, and the digest of the content. */
  readonly basedOn: { readonly revision: number; readonly contentDigest: string };
}

export interface NewReturnedResult extends ReturnedResultRecord {
  /** The row's number in `assessment`. */
  readonly assessment: number;
  /** Of the assessment and everything that is told; the same result in another file has the same. */
  readonly digest: string;
}

export interface ResultReader {
  /** In the order in which they came. */
  listReturnedResults(assessment: number): readonly ReturnedResultRecord[];
  hasReturnedResult(digest: string): boolean;
}

export interface ResultWriter {
  insertReturnedResult(result: NewReturnedResult, fromPackage: number): void;
  /** Takes those out that an import brought. */
  removeResultsOfImport(importNumber: number): void;
}

interface Row {
  readonly document: string;
  readonly issuedAt: string;
  readonly role: SenderRole;
  readonly code: string;
  readonly validFrom: string;
  readonly name: string;
  readonly revision: number;
  readonly contentDigest: string;
}

/** The statements that run often; a test asks SQLite for their plans. */
export const resultQueries = {
  ofAssessment: `SELECT document, issued_at AS issuedAt, issuer_role AS role, issuer_code AS code,
      issuer_valid_from AS validFrom, issuer_name AS name, revision, content_digest AS contentDigest
    FROM returned_result WHERE assessment = ? ORDER BY from_package`,
  byDigest: 'SELECT 1 FROM returned_result WHERE digest = ?',
  remove: `DELETE FROM returned_result
    WHERE from_package IN (SELECT number FROM received_package WHERE import = ?)`,
} as const;

export function prepareResultTable(database: Database.Database): ResultReader & ResultWriter {
  const ofAssessment = database.prepare<[number], Row>(resultQueries.ofAssessment);
  const byDigest = database.prepare<[string], number>(resultQueries.byDigest).pluck();
  const remove = database.prepare<[number]>(resultQueries.remove);
  const insert = database.prepare<[object]>(
    `INSERT INTO returned_result (from_package, assessment, digest, issued_at, issuer_role, issuer_code,
       issuer_valid_from, issuer_name, revision, content_digest, document)
     VALUES (:fromPackage, :assessment, :digest, :issuedAt, :role, :code, :validFrom, :name, :revision,
       :contentDigest, :document)`,
  );
  return {
    listReturnedResults: (assessment) => ofAssessment.all(assessment).map(toRecord),
    hasReturnedResult: (digest) => byDigest.get(digest) !== undefined,
    insertReturnedResult: ({ assessment, digest, issuedAt, issuer, basedOn, result }, fromPackage) => {
      const { code, name, validFrom } = issuer.unit;
      insert.run({
        fromPackage,
        assessment,
        digest,
        issuedAt,
        role: issuer.role,
        code,
        name,
        validFrom: validFrom ?? '',
        ...basedOn,
        document: JSON.stringify(result),
      });
    },
    removeResultsOfImport: (importNumber) => void remove.run(importNumber),
  };
}

function toRecord({
  document,
  issuedAt,
  role,
  code,
  validFrom,
  name,
  ...basedOn
}: Row): ReturnedResultRecord {
  return {
    result: JSON.parse(document) as ReviewResult,
    issuedAt,
    issuer: { role, unit: { code, name, validFrom: validFrom === '' ? null : validFrom } },
    basedOn,
  };
}
