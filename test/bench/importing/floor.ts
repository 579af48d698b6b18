import { hash } from 'node:crypto';
import Database from 'better-sqlite3';
import { openSource } from '../../../electron/backend/files/package/byteSource.ts';
import { unpackWhole } from '../../../electron/backend/files/package/unpackEntry.ts';
import { readEntries } from '../../../electron/backend/files/package/zipEntries.ts';
import { locateDirectory } from '../../../electron/backend/files/package/zipRecords.ts';
import { packageLimits } from '../../../shared/format/package/limits.ts';
import type { AssessmentDocument } from '../../../shared/format/package/newest.ts';
import { valueOf } from '../../helpers/valueOf.ts';

/** A store that is open, as that of a running app is. */
export interface Importer {
  readonly take: (files: readonly string[]) => Promise<void>;
  readonly close: () => void;
}

/**
 * What no import can do without (design §10): unzip with the same library, SHA-256 of what is inside, JSON.parse, one
 * insert for each cell, and one durable transaction for each file.
 */
export function openFloor(databaseFile: string): Importer {
  const database = new Database(databaseFile);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(
    `CREATE TABLE IF NOT EXISTS cell (package INTEGER NOT NULL, stage TEXT NOT NULL, criterion TEXT NOT NULL,
       field TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (package, stage, criterion, field)) STRICT, WITHOUT ROWID`,
  );
  const insert = database.prepare('INSERT INTO cell VALUES (?, ?, ?, ?, ?)');
  const keep = database.transaction((number: number, { changes }: AssessmentDocument) => {
    const cells = new Map(
      changes.map((change) => [`${change.stage}/${change.criterion}/${change.field}`, change]),
    );
    for (const { stage, criterion, field, value } of cells.values()) {
      insert.run(number, stage, criterion, field, JSON.stringify(value));
    }
  });
  return {
    take: async (files) => {
      for (const [number, file] of files.entries()) keep(number, await readDocument(file));
    },
    close: () => database.close(),
  };
}

async function readDocument(file: string): Promise<AssessmentDocument> {
  const source = valueOf(await openSource(file));
  const entries = valueOf(readEntries(source, valueOf(locateDirectory(source)), packageLimits));
  let document: AssessmentDocument | undefined;
  for (const entry of entries) {
    const content = valueOf(unpackWhole(source, entry));
    hash('sha256', content);
    if (entry.name === 'document.json') document = JSON.parse(content.toString()) as AssessmentDocument;
  }
  await source.close();
  if (!document) throw new Error(`${file} has no document`);
  return document;
}
