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
  /** Permanent: the same on every machine that the signature reaches. */
  readonly id: string;
  /** ISO instant. */
  readonly signedAt: string;
  /** SHA-256 of what was signed (`contentDigestOf`). */
  readonly digest: string;
  /** What was signed: of each replica id the greatest counter of its edits in this assessment. */
  readonly seen: Readonly<Record<string, number>>;
}

export interface Recall {
  readonly reason: string;
  /** ISO instant. */
  readonly recalledAt: string;
}

/** A signature as kept; revisions count from 1. Two officers who did not know of each other may give the same one. */
export interface SignatureRecord extends NewSignature {
  readonly revision: number;
  /** Null while it is in force. */
  readonly recall: Recall | null;
}

export interface SignatureReader {
  /** Newest first; the first that was not recalled is in force. */
  listSignatures(assessment: number): readonly SignatureRecord[];
}

export interface SignatureWriter {
  /** Adds a signature as the next revision. */
  insertSignature(assessment: number, signature: NewSignature): void;
  /** Recalls a signature of the assessment, by its permanent id. */
  insertRecall(assessment: number, id: string, recall: Recall): void;
  /** Takes in a signature that a package brought, with its recall where it has one. */
  insertImportedSignature(assessment: number, signature: SignatureRecord, fromPackage: number): void;
  /** Takes in the recall of a signature that is known here. */
  insertImportedRecall(assessment: number, id: string, recall: Recall, fromPackage: number): void;
}

type Row = Omit<SignatureRecord, 'recall' | 'seen'> & {
  readonly seen: string;
  readonly reason: string | null;
  readonly recalledAt: string | null;
};

/** The statements that run often; a test asks SQLite for their plans. */
export const signatureQueries = {
  list: `SELECT id, revision, name, title, place, date, signed_at AS signedAt, digest, seen, reason,
      recalled_at AS recalledAt
    FROM signature LEFT JOIN signature_recall ON signature_recall.signature = signature.number
    WHERE assessment = ?`,
} as const;

export function prepareSignatureTable(database: Database.Database): SignatureReader & SignatureWriter {
  const list = database.prepare<[number], Row>(signatureQueries.list);
  const nextRevision = database
    .prepare<[number], number>('SELECT coalesce(max(revision), 0) + 1 FROM signature WHERE assessment = ?')
    .pluck();
  const insert = database.prepare<[object]>(
    `INSERT INTO signature (assessment, id, revision, name, title, place, date, signed_at, digest, seen, from_package)
     VALUES (:assessment, :id, :revision, :name, :title, :place, :date, :signedAt, :digest, :seen, :fromPackage)`,
  );
  const insertRecall = database.prepare<[object]>(
    `INSERT INTO signature_recall (signature, reason, recalled_at, from_package)
     SELECT number, :reason, :recalledAt, :fromPackage FROM signature
     WHERE assessment = :assessment AND id = :id`,
  );
  return {
    listSignatures: (assessment) => list.all(assessment).map(toRecord).toSorted(newestFirst),
    insertSignature: (assessment, signature) =>
      void insert.run({
        ...signature,
        assessment,
        revision: nextRevision.get(assessment) ?? 1,
        seen: JSON.stringify(signature.seen),
        fromPackage: null,
      }),
    insertRecall: (assessment, id, recall) =>
      void insertRecall.run({ ...recall, assessment, id, fromPackage: null }),
    insertImportedSignature: (assessment, { recall, ...signature }, fromPackage) => {
      insert.run({ ...signature, assessment, seen: JSON.stringify(signature.seen), fromPackage });
      if (recall) insertRecall.run({ ...recall, assessment, id: signature.id, fromPackage });
    },
    insertImportedRecall: (assessment, id, recall, fromPackage) =>
      void insertRecall.run({ ...recall, assessment, id, fromPackage }),
  };
}

/** The order in which signatures count, the same on every machine. */
export function newestFirst(
  one: Pick<SignatureRecord, 'revision' | 'signedAt' | 'id'>,
  other: Pick<SignatureRecord, 'revision' | 'signedAt' | 'id'>,
): number {
  return other.revision - one.revision || compare(other.signedAt, one.signedAt) || compare(other.id, one.id);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function toRecord({ reason, recalledAt, seen, ...signature }: Row): SignatureRecord {
  return {
    ...signature,
    seen: JSON.parse(seen) as SignatureRecord['seen'],
    recall: reason === null || recalledAt === null ? null : { reason, recalledAt },
  };
}
