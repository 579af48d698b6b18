import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { headerCells } from '#shared/domain/merge/change.ts';
import { readVersion } from './migrateDatabase.ts';
import { listPackedLogs } from './packedLogs.ts';

/** What somebody who helps needs to know about a database; nothing of what was entered. */
export interface DatabaseDiagnosis {
  readonly schemaVersion: number;
  readonly sqliteVersion: string;
  /** `ok`, or what SQLite found. */
  readonly integrity: string;
  readonly brokenReferences: number;
  readonly bytes: number;
  readonly journalMode: string;
  /** Number of rows by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Reads every page. Throws what SQLite or the file system throws. */
export function diagnoseDatabase(database: Database.Database, file: string): DatabaseDiagnosis {
  const pragma = (name: string) => String(database.pragma(name, { simple: true }));
  const tables = database
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all();
  const countRows = (table: string) =>
    Number(database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get());
  return {
    schemaVersion: readVersion(database),
    sqliteVersion: String(database.prepare('SELECT sqlite_version()').pluck().get()),
    integrity: pragma('integrity_check(1)').slice(0, 120),
    brokenReferences: (database.pragma('foreign_key_check') as readonly unknown[]).length,
    bytes: statSync(file).size,
    journalMode: pragma('journal_mode'),
    rows: Object.fromEntries(tables.map((table) => [table, countRows(table)])),
  };
}

/** Every text in the data that is about people: contacts of the form's head, colleagues, authors, signatories. */
export function listPersonalTexts(database: Database.Database): readonly string[] {
  const rows = database
    .prepare<[string, string], string>(
      `SELECT value FROM change, json_each(json_array(json(new_value))) WHERE (criterion_id = ? OR field = ?)
         AND json_each.type = 'text'
       UNION SELECT author FROM change
       UNION SELECT name FROM signature
       UNION SELECT json_tree.value FROM setting, json_tree(setting.value)
         WHERE setting.name = 'profile' AND json_tree.type = 'text' AND json_tree.path LIKE '%header%'`,
    )
    .pluck();
  const texts = new Set(rows.all(headerCells, 'assignee').map(String));
  for (const edits of listPackedLogs(database)) {
    for (const { criterionId, field, value, author } of edits) {
      texts.add(author);
      const isOfPerson = criterionId === headerCells || field === 'assignee';
      if (isOfPerson && typeof value === 'string') texts.add(value);
    }
  }
  return [...texts];
}
