import type Database from 'better-sqlite3';
import type { Stage } from '#shared/domain/merge/change.ts';

export type Verdict = 'new' | 'same' | 'newer' | 'older' | 'conflict' | 'refused';

/** `undoing` stands only within the transaction of an undo. */
export type ImportState = 'done' | 'undoing' | 'undone';

export interface ImportRow {
  readonly number: number;
  readonly id: string;
  /** ISO instant. */
  readonly importedAt: string;
  readonly state: ImportState;
  readonly undoneAt: string | null;
}

/** What is told of every file of an import; what a refused one was about may be unknown. */
export interface PackageSummary {
  readonly fileName: string;
  /** Of the whole file. */
  readonly sha256: string;
  readonly size: number;
  /** ISO instant. */
  readonly receivedAt: string;
  readonly verdict: Verdict;
  /** The first error of a refusal. */
  readonly code: string | null;
  readonly kind: string | null;
  readonly unitName: string | null;
  readonly period: string | null;
  readonly revision: number | null;
  /** Name of the unit that signed the file. */
  readonly senderName: string | null;
  /** Base64 of the key that signed it. */
  readonly publicKey: string | null;
  /** The row's number in `assessment`. */
  readonly assessment: number | null;
  readonly madeAssessment: boolean;
  /** Edits that it brought. */
  readonly changes: number;
}

/** Enough to check the signature again and to build the package anew. */
export interface PackageContent {
  readonly manifest: Uint8Array;
  /** The bytes of `manifest.sig`. */
  readonly manifestSignature: Uint8Array;
  /** Deflated, without a zlib head. */
  readonly document: Uint8Array;
}

/** That the edits of a package need no rows of their own, for it made the assessment (see `packedLogs.ts`). */
export interface BegunLog {
  /** Those of its edits that count. */
  readonly stages: readonly Stage[];
  /** ISO instant; null where there is no edit. */
  readonly lastEditAt: string | null;
}

export interface NewReceivedPackage extends PackageSummary {
  readonly import: number;
  /** Null where its edits have rows, and where it brought none. */
  readonly log: BegunLog | null;
  /** Null where the file brought nothing. */
  readonly content: PackageContent | null;
}

export interface ReceivedPackage extends PackageSummary {
  readonly number: number;
  readonly import: number;
}

/** How many files of an import had which verdict. */
export type VerdictCounts = Readonly<Record<Verdict, number>>;

/** What a list of the files of an import shows. */
export type ListedPackage = Pick<
  ReceivedPackage,
  'number' | 'fileName' | 'verdict' | 'code' | 'unitName' | 'period'
> & {
  readonly assessmentId: string | null;
};

export interface ImportReader {
  /** Newest first. */
  listImports(limit: number, offset: number): readonly ImportRow[];
  countImports(): number;
  countVerdicts(importNumber: number): VerdictCounts;
  /** In the order in which they were imported. */
  listFiles(importNumber: number): readonly ListedPackage[];
  findImport(id: string): ImportRow | undefined;
  /** In the order in which they were imported. */
  listPackages(importNumber: number): readonly ReceivedPackage[];
  findPackage(number: number): ReceivedPackage | undefined;
  /** Those that brought something to an assessment, oldest first; imports that were undone do not count. */
  listPackagesOfAssessment(assessment: number): readonly ReceivedPackage[];
  /** Receipts for what this installation sent of an assessment, newest first; imports that were undone do not count. */
  listReceipts(assessment: number): readonly ReceivedPackage[];
  /** Whether a receipt with this digest has been taken in, by an import that stands, and its assessment is still here. */
  hasReceipt(sha256: string): boolean;
  /** Undefined for a package that brought nothing. */
  readPackageContent(number: number): PackageContent | undefined;
}

export interface ImportWriter {
  /** Returns the row's number. */
  startImport(id: string, importedAt: string): number;
  insertPackage(received: NewReceivedPackage): number;
  setImportState(importNumber: number, state: ImportState, undoneAt: string | null): void;
  /** Takes an assessment out that an import which is being undone had made. */
  removeAssessment(assessment: number): void;
}

type PackageRow = Omit<ReceivedPackage, 'madeAssessment'> & { readonly madeAssessment: number };

const columns = `received_package.number, received_package.import, received_at AS receivedAt, file_name AS fileName,
    sha256, size, verdict, code, kind, unit_name AS unitName, period, revision, sender_name AS senderName,
    public_key AS publicKey, assessment, made_assessment AS madeAssessment, changes`;

const verdicts = [
  'new',
  'same',
  'newer',
  'older',
  'conflict',
  'refused',
] as const satisfies readonly Verdict[];

/** The statements that run often; a test asks SQLite for their plans. */
export const importQueries = {
  find: 'SELECT number, id, imported_at AS importedAt, state, undone_at AS undoneAt FROM import WHERE id = ?',
  packages: `SELECT ${columns} FROM received_package WHERE import = ? ORDER BY number`,
  files: `SELECT received_package.number, file_name AS fileName, verdict, code, received_package.unit_name AS unitName,
      received_package.period, assessment.id AS assessmentId
    FROM received_package LEFT JOIN assessment ON assessment.number = received_package.assessment
    WHERE import = ? ORDER BY received_package.number`,
  verdicts: `SELECT ${verdicts.map((one) => `count(*) FILTER (WHERE verdict = '${one}') AS "${one}"`).join(', ')}
    FROM received_package WHERE import = ?`,
  package: `SELECT ${columns} FROM received_package WHERE number = ?`,
  ofAssessment: `SELECT ${columns} FROM received_package JOIN import ON import.number = received_package.import
    WHERE assessment = ? AND kind <> 'receipt' AND verdict IN ('new', 'newer', 'conflict') AND import.state = 'done'
    ORDER BY received_package.number`,
  receipts: `SELECT ${columns} FROM received_package JOIN import ON import.number = received_package.import
    WHERE assessment = ? AND kind = 'receipt' AND verdict = 'new' AND import.state = 'done'
    ORDER BY received_package.number DESC`,
  receipt: `SELECT 1 FROM received_package JOIN import ON import.number = received_package.import
    WHERE sha256 = ? AND assessment IS NOT NULL AND kind = 'receipt' AND verdict = 'new' AND import.state = 'done'`,
  content:
    'SELECT manifest, manifest_signature AS manifestSignature, document FROM received_package WHERE number = ?',
  forgetAssessment: 'UPDATE received_package SET assessment = NULL WHERE assessment = ?',
} as const;

export function prepareImportTable(database: Database.Database): ImportReader & ImportWriter {
  const list = database.prepare<[number, number], ImportRow>(
    `SELECT number, id, imported_at AS importedAt, state, undone_at AS undoneAt FROM import
     ORDER BY number DESC LIMIT ? OFFSET ?`,
  );
  const count = database.prepare<[], number>('SELECT count(*) FROM import').pluck();
  const verdictCounts = database.prepare<[number], VerdictCounts>(importQueries.verdicts);
  const files = database.prepare<[number], ListedPackage>(importQueries.files);
  const find = database.prepare<[string], ImportRow>(importQueries.find);
  const packages = database.prepare<[number], PackageRow>(importQueries.packages);
  const onePackage = database.prepare<[number], PackageRow>(importQueries.package);
  const ofAssessment = database.prepare<[number], PackageRow>(importQueries.ofAssessment);
  const receipts = database.prepare<[number], PackageRow>(importQueries.receipts);
  const receipt = database.prepare<[string], number>(importQueries.receipt).pluck();
  const content = database.prepare<[number], { [K in keyof PackageContent]: PackageContent[K] | null }>(
    importQueries.content,
  );
  return {
    ...prepareImportWriting(database),
    listImports: (limit, offset) => list.all(limit, offset),
    countImports: () => count.get() ?? 0,
    countVerdicts: (importNumber) =>
      verdictCounts.get(importNumber) ?? { new: 0, same: 0, newer: 0, older: 0, conflict: 0, refused: 0 },
    listFiles: (importNumber) => files.all(importNumber),
    findImport: (id) => find.get(id),
    listPackages: (importNumber) => packages.all(importNumber).map(toPackage),
    findPackage: (number) => {
      const row = onePackage.get(number);
      return row && toPackage(row);
    },
    listPackagesOfAssessment: (assessment) => ofAssessment.all(assessment).map(toPackage),
    listReceipts: (assessment) => receipts.all(assessment).map(toPackage),
    hasReceipt: (sha256) => receipt.get(sha256) !== undefined,
    readPackageContent: (number) => {
      const { manifest, manifestSignature, document } = content.get(number) ?? {};
      return manifest && manifestSignature && document
        ? { manifest, manifestSignature, document }
        : undefined;
    },
  };
}

function prepareImportWriting(database: Database.Database): ImportWriter {
  const insertImport = database.prepare<[string, string]>(
    `INSERT INTO import (id, imported_at, state) VALUES (?, ?, 'done')`,
  );
  const insertPackage = database.prepare<[object]>(
    `INSERT INTO received_package (import, received_at, file_name, sha256, size, verdict, code, kind, unit_name, period,
       revision, sender_name, public_key, assessment, made_assessment, changes, manifest, manifest_signature, document,
       log_stages, last_edit_at)
     VALUES (:import, :receivedAt, :fileName, :sha256, :size, :verdict, :code, :kind, :unitName, :period,
       :revision, :senderName, :publicKey, :assessment, :madeAssessment, :changes, :manifest, :manifestSignature,
       :document, :logStages, :lastEditAt)`,
  );
  const setState = database.prepare<[ImportState, string | null, number]>(
    'UPDATE import SET state = ?, undone_at = ? WHERE number = ?',
  );
  const removals = [
    importQueries.forgetAssessment,
    'DELETE FROM suggestion WHERE assessment = ?',
    'DELETE FROM effort WHERE assessment = ?',
    'DELETE FROM edit_batch WHERE assessment = ?',
    'DELETE FROM assessment WHERE number = ?',
  ].map((query) => database.prepare<[number]>(query));
  return {
    startImport: (id, importedAt) => Number(insertImport.run(id, importedAt).lastInsertRowid),
    insertPackage: ({ content, log, madeAssessment, ...received }) => {
      const kept = content ?? { manifest: null, manifestSignature: null, document: null };
      const begun = { logStages: log && JSON.stringify(log.stages), lastEditAt: log?.lastEditAt ?? null };
      const row = { ...received, ...kept, ...begun, madeAssessment: madeAssessment ? 1 : 0 };
      return Number(insertPackage.run(row).lastInsertRowid);
    },
    setImportState: (importNumber, state, undoneAt) => void setState.run(state, undoneAt, importNumber),
    removeAssessment: (assessment) => {
      for (const removal of removals) removal.run(assessment);
    },
  };
}

function toPackage(row: PackageRow): ReceivedPackage {
  return { ...row, madeAssessment: row.madeAssessment === 1 };
}
