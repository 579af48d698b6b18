import type Database from 'better-sqlite3';

/** Who signs, as it stands below the form. */
export interface Signatory {
  readonly name: string;
  /** Position, e.g. "Chủ tịch UBND phường". */
  readonly title: string;
  readonly place: string;
  /** ISO day. */
  readonly date: string;
}

export interface NewSignature extends Signatory {
  /** ISO instant. */
  readonly signedAt: string;
  /** SHA-256 of what was signed (`contentDigestOf`). */
  readonly digest: string;
}

/** A signature as kept; revisions count from 1. */
export interface SignatureRecord extends NewSignature {
  readonly revision: number;
  /** Null while it is in force. */
  readonly recall: { readonly reason: string; readonly recalledAt: string } | null;
}

export interface SignatureReader {
  /** Newest first; only the first may be in force. */
  listSignatures(assessment: number): readonly SignatureRecord[];
}

export interface SignatureWriter {
  /** Signs what the change log says at this moment, as the next revision. */
  insertSignature(assessment: number, signature: NewSignature): void;
  /** Recalls the newest signature. */
  insertRecall(assessment: number, recall: { readonly reason: string; readonly recalledAt: string }): void;
}

type Row = Omit<SignatureRecord, 'recall'> & {
  readonly reason: string | null;
  readonly recalledAt: string | null;
};

/** The statements that run often; a test asks SQLite for their plans. */
export const signatureQueries = {
  list: `SELECT revision, name, title, place, date, signed_at AS signedAt, digest, reason, recalled_at AS recalledAt
    FROM signature LEFT JOIN signature_recall ON signature_recall.signature = signature.number
    WHERE assessment = ? ORDER BY revision DESC`,
} as const;

export function prepareSignatureTable(database: Database.Database): SignatureReader & SignatureWriter {
  const list = database.prepare<[number], Row>(signatureQueries.list);
  const insert = database.prepare<[object]>(
    `INSERT INTO signature (assessment, revision, name, title, place, date, signed_at, digest, last_change)
     VALUES (:assessment, (SELECT coalesce(max(revision), 0) + 1 FROM signature WHERE assessment = :assessment),
       :name, :title, :place, :date, :signedAt, :digest,
       (SELECT max(number) FROM change WHERE assessment = :assessment))`,
  );
  const recall = database.prepare<[object]>(
    `INSERT INTO signature_recall (signature, reason, recalled_at)
     SELECT number, :reason, :recalledAt FROM signature WHERE assessment = :assessment
     ORDER BY revision DESC LIMIT 1`,
  );
  return {
    listSignatures: (assessment) => list.all(assessment).map(toRecord),
    insertSignature: (assessment, signature) => void insert.run({ ...signature, assessment }),
    insertRecall: (assessment, given) => void recall.run({ ...given, assessment }),
  };
}

function toRecord({ reason, recalledAt, ...signature }: Row): SignatureRecord {
  return { ...signature, recall: reason === null || recalledAt === null ? null : { reason, recalledAt } };
}
