import { inflateRawSync } from 'node:zlib';
import type Database from 'better-sqlite3';
import type { Stage } from '#shared/domain/merge/change.ts';
import { partByStage } from '#shared/domain/merge/stageOwners.ts';
import { toEdits, type WrittenEdit } from '#shared/format/package/changeLog.ts';
import type { Documents } from '#shared/format/package/newest.ts';
import { upgradeContent } from '#shared/format/package/versions.ts';

/** What is known of a packed log without unpacking it. */
export interface PackedLogHead {
  /** The row's number in `received_package`. */
  readonly fromPackage: number;
  /** ISO instant of the last of its edits; null where there is none. */
  readonly lastEditAt: string | null;
}

/** The beginning of the log of an assessment that came in a file. */
export interface PackedLog extends PackedLogHead {
  /** Each after those that it replaced. */
  readonly edits: readonly WrittenEdit[];
}

/**
 * Reads logs where they arrived: in the document of the package that made the assessment. A cell in which anything
 * has happened since has rows in `change`, these edits with it; there the rows say what stands.
 */
export interface PackedLogs {
  /** Undefined for an assessment of which every edit has a row. */
  read(assessment: number): PackedLog | undefined;
  readHead(assessment: number): PackedLogHead | undefined;
}

/** The statements that run often; a test asks SQLite for their plans. */
export const packedLogQueries = {
  head: `SELECT number AS fromPackage, sha256, log_stages AS stages, last_edit_at AS lastEditAt FROM received_package
    WHERE assessment = ? AND log_stages IS NOT NULL`,
  content: 'SELECT manifest, document FROM received_package WHERE number = ?',
} as const;

interface Head extends PackedLogHead {
  readonly sha256: string;
  readonly stages: string;
}

interface Content {
  readonly manifest: Buffer;
  readonly document: Buffer;
}

export function preparePackedLogs(database: Database.Database): PackedLogs {
  const findHead = database.prepare<[number], Head>(packedLogQueries.head);
  const readContent = database.prepare<[number], Content>(packedLogQueries.content);
  // Work goes on in one assessment for a while, and a received document never changes. The digest tells it from one
  // that had the same number before its transaction was rolled back.
  let last: { readonly sha256: string; readonly log: PackedLog } | undefined;
  return {
    readHead: (assessment) => findHead.get(assessment),
    read: (assessment) => {
      const head = findHead.get(assessment);
      if (!head) return undefined;
      const { sha256, fromPackage, lastEditAt } = head;
      if (last?.sha256 === sha256 && last.log.fromPackage === fromPackage) return last.log;
      const content = readContent.get(fromPackage);
      if (!content) return undefined;
      const edits = unpack(content, JSON.parse(head.stages) as readonly Stage[]);
      const log = { fromPackage, lastEditAt, edits };
      last = { sha256, log };
      return log;
    },
  };
}

/** Every log that still lies in its package, one after the other. */
export function* listPackedLogs(database: Database.Database): Generator<readonly WrittenEdit[], void> {
  const logs = database.prepare<[], Content & Pick<Head, 'stages'>>(
    `SELECT manifest, document, log_stages AS stages FROM received_package
     WHERE assessment IS NOT NULL AND log_stages IS NOT NULL`,
  );
  for (const { stages, ...content } of logs.iterate())
    yield unpack(content, JSON.parse(stages) as readonly Stage[]);
}

/** All of it was verified when it came in. Throws where it is not what was kept. */
function unpack(content: Content, stages: readonly Stage[]): readonly WrittenEdit[] {
  const manifest = JSON.parse(content.manifest.toString()) as { readonly version: number };
  const document: unknown = JSON.parse(inflateRawSync(content.document).toString());
  const newest = upgradeContent(manifest.version, { manifest, document });
  const edits = toEdits(newest.document as Documents['assessment']);
  if (!edits.ok) throw new Error(`A kept package cannot be read: ${JSON.stringify(edits.errors)}`);
  return partByStage(edits.value, stages).owned;
}
