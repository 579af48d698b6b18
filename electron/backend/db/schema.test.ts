import path from 'node:path';
import type Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { valueOf } from '../../../test/helpers/testWorkspace.ts';
import { assessmentQueries } from './assessmentTable.ts';
import { changeQueries } from './changeLog.ts';
import { conflictQueries } from './conflictTable.ts';
import { effortQueries } from './effortTable.ts';
import { factDigestQueries } from './factDigestTable.ts';
import { figureQueries } from './figureTable.ts';
import { importedSetQueries } from './importedSetTable.ts';
import { importQueries } from './importTable.ts';
import { logQueries } from './importedChanges.ts';
import { rowQueries } from './logRows.ts';
import { migrations } from './migrations.ts';
import { openDatabase } from './openDatabase.ts';
import { packedLogQueries } from './packedLogs.ts';
import { outboxQueries } from './outboxTable.ts';
import { remoteListingQueries } from './remoteListingTable.ts';
import { resultQueries } from './resultTable.ts';
import { signatureQueries } from './signatureTable.ts';
import { signerQueries } from './signerTable.ts';
import { stepQueries } from './stepTable.ts';
import { suggestionQueries } from './suggestionTable.ts';
import { undoQueries } from './undoTable.ts';

function openFresh(): Database.Database {
  const file = path.join(makeTemporaryFolder(), 'fresh.sqlite');
  return valueOf(openDatabase(file, migrations, new Date('2026-11-21T08:00:00Z')));
}

test('the schema is the one that stands in the committed file', async () => {
  const database = openFresh();
  const statements = database
    .prepare<[], string>(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL
       ORDER BY CASE type WHEN 'table' THEN 1 WHEN 'index' THEN 2 WHEN 'view' THEN 3 ELSE 4 END, name`,
    )
    .pluck()
    .all();
  await expect(`${statements.join(';\n\n')};\n`).toMatchFileSnapshot('./schema.snapshot.sql');
  database.close();
});

test('every table is STRICT', () => {
  const database = openFresh();
  const tables = database.pragma('table_list') as readonly {
    name: string;
    type: string;
    strict: number;
  }[];
  const ours = tables.filter((table) => table.type === 'table' && !table.name.startsWith('sqlite_'));
  expect(ours.length).toBeGreaterThan(0);
  expect(ours.filter((table) => table.strict === 0)).toEqual([]);
  database.close();
});

test('a fresh database writes ahead, waits for the disk and holds its references', () => {
  const database = openFresh();
  const read = (pragma: string): unknown => database.pragma(pragma, { simple: true });
  expect(read('journal_mode')).toBe('wal');
  expect(read('synchronous')).toBe(2);
  expect(read('foreign_keys')).toBe(1);
  expect(read('user_version')).toBe(migrations.length);
  database.close();
});

const queries = Object.entries({
  assessmentQueries,
  changeQueries,
  conflictQueries,
  effortQueries,
  factDigestQueries,
  figureQueries,
  importedSetQueries,
  importQueries,
  logQueries,
  packedLogQueries,
  rowQueries,
  outboxQueries,
  remoteListingQueries,
  resultQueries,
  signatureQueries,
  signerQueries,
  stepQueries,
  suggestionQueries,
  undoQueries,
}).flatMap(([table, statements]) =>
  Object.entries(statements).map(([name, sql]): [string, string] => [`${table}.${name}`, sql]),
);

test.each(queries)('the query "%s" reads no table from end to end', (_name, sql) => {
  const database = openFresh();
  const given = sql.match(/[?]/gu)?.map((_, index) => index) ?? [];
  const named = {
    unitCode: '',
    unitValidFrom: '',
    period: '',
    setId: '',
    setVersion: '',
    step: 1,
    assessment: 1,
    criterionId: '',
    import: 1,
  };
  const plan = database
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...(given.length > 0 ? given : [named]));
  const steps = plan.map((row) => row.detail);
  expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([]);
  expect(steps.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
  expect(steps.join('\n')).toMatch(/SEARCH/u);
  database.close();
});

test('migrations are numbered from one without gaps', () => {
  expect(migrations.map((migration) => migration.number)).toEqual(migrations.map((_, index) => index + 1));
});
