import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { codesOf, valueOf } from '../../../test/helpers/testWorkspace.ts';
import { applicationId } from './migrateDatabase.ts';
import type { Migration } from './migration.ts';
import { migrations } from './migrations.ts';
import { openDatabase } from './openDatabase.ts';

const today = new Date('2026-11-21T08:00:00.000Z');
const nextNumber = migrations.length + 1;
const addsNote: Migration = {
  number: nextNumber,
  name: 'adds-note',
  sql: 'CREATE TABLE note (text TEXT) STRICT',
};

function makeDatabase(version = migrations.length): string {
  const file = path.join(makeTemporaryFolder(), 'thuoc-so.sqlite');
  const database = valueOf(openDatabase(file, migrations.slice(0, version), today));
  database.exec(`INSERT INTO replica (id, is_own) VALUES ('ours', 1)`);
  database.close();
  return file;
}

function look(file: string): { version: unknown; tables: readonly string[]; replicas: readonly string[] } {
  const database = new Database(file, { readonly: true });
  const looked = {
    version: database.pragma('user_version', { simple: true }),
    tables: database
      .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
      .pluck()
      .all(),
    replicas: database.prepare<[], string>('SELECT id FROM replica').pluck().all(),
  };
  database.close();
  return looked;
}

test('a new database starts at the newest version and is marked as ours, without a copy', () => {
  const file = makeDatabase();
  const database = new Database(file, { readonly: true });
  expect(database.pragma('application_id', { simple: true })).toBe(applicationId);
  expect(database.pragma('user_version', { simple: true })).toBe(migrations.length);
  database.close();
  expect(existsSync(path.join(path.dirname(file), 'backups'))).toBe(false);
});

test('the first migration makes every table of the first store', () => {
  expect(look(makeDatabase(1)).tables).toEqual(['answer_cell', 'assessment', 'change', 'replica', 'setting']);
});

test('the second migration keeps the log of the first, whose changes belong to no step', () => {
  const file = makeDatabase(1);
  const before = new Database(file);
  before.exec(`
    INSERT INTO assessment (id, unit_code, unit_valid_from, unit_name, unit_kind, unit_parent_name, period, set_id,
      set_version, set_digest, created_at) VALUES ('a', '', '', '', '', '', '2026', '', '', '', '');
    INSERT INTO change (replica, counter, assessment, stage, criterion_id, field, new_value, replaced, author,
      changed_at) VALUES (1, 1, 1, 'self', 'px-001', 'value', '12', '[]', '', '');
  `);
  before.close();
  const after = valueOf(openDatabase(file, migrations, today));
  expect(after.prepare('SELECT counter, new_value, batch FROM change').all()).toEqual([
    { counter: 1, new_value: '12', batch: null },
  ]);
  const added = ['edit_batch', 'effort', 'signature', 'signature_recall', 'suggestion'];
  expect(look(file).tables).toEqual(expect.arrayContaining(added));
  after.close();
});

test('the third migration keeps answers and signatures, which now name by dots what they hold and saw', () => {
  const file = makeDatabase(2);
  const before = new Database(file);
  before.exec(`
    INSERT INTO assessment (id, unit_code, unit_valid_from, unit_name, unit_kind, unit_parent_name, period, set_id,
      set_version, set_digest, created_at) VALUES ('a', '', '', '', '', '', '2026', '', '', '', '');
    INSERT INTO edit_batch (assessment, kind, state) VALUES (1, 'edit', 'done');
    INSERT INTO change (replica, counter, assessment, stage, criterion_id, field, new_value, replaced, author,
      changed_at, batch) VALUES (1, 3, 1, 'self', 'px-001', 'value', '12', '[]', '', '', 1),
      (1, 7, 1, 'self', 'px-001', 'value', '13', '[["ours",3]]', '', '', 1);
    INSERT INTO answer_cell VALUES (1, 'self', 'px-001', 'value', 2);
    INSERT INTO signature (assessment, revision, name, title, place, date, signed_at, digest, last_change)
      VALUES (1, 1, '', '', '', '', '', '${'ab'.repeat(32)}', 1), (1, 2, '', '', '', '', '', '${'cd'.repeat(32)}', 2);
    INSERT INTO signature_recall VALUES (1, 'nhầm', '');
  `);
  before.close();
  const after = valueOf(openDatabase(file, migrations, today));
  expect(after.prepare('SELECT counter, new_value, batch, from_package FROM change').all()).toEqual([
    { counter: 3, new_value: '12', batch: 1, from_package: null },
    { counter: 7, new_value: '13', batch: 1, from_package: null },
  ]);
  expect(after.prepare('SELECT counter, replica FROM answer_cell').all()).toEqual([
    { counter: 7, replica: 1 },
  ]);
  expect(after.prepare('SELECT id, revision, seen FROM signature').all()).toEqual([
    { id: 'abababab-abab-4aba-8bab-000000000001', revision: 1, seen: '{"ours":3}' },
    { id: 'cdcdcdcd-cdcd-4cdc-8dcd-000000000002', revision: 2, seen: '{"ours":7}' },
  ]);
  expect(after.prepare('SELECT signature, reason FROM signature_recall').all()).toEqual([
    { signature: 1, reason: 'nhầm' },
  ]);
  expect(() => after.exec('DELETE FROM signature')).toThrow('append-only');
  expect(() => after.exec('DELETE FROM signature_recall')).toThrow('append-only');
  expect(() => after.exec('DELETE FROM change')).toThrow('append-only');
  after.close();
});

test('before an existing database is migrated, a whole copy of the old version is set aside', () => {
  const file = makeDatabase();
  valueOf(openDatabase(file, [...migrations, addsNote], today)).close();
  expect(look(file).version).toBe(nextNumber);
  expect(look(file).tables).toContain('note');
  const backups = path.join(path.dirname(file), 'backups');
  const copies = readdirSync(backups);
  expect(copies).toEqual(['thuoc-so.sqlite.20261121T080000000Z.before-migration.sqlite']);
  const copy = look(path.join(backups, copies[0] ?? ''));
  expect(copy).toMatchObject({ version: migrations.length, replicas: ['ours'] });
  expect(copy.tables).not.toContain('note');
});

test.each([
  ['a step that SQLite refuses', 'CREATE TABLE half (a TEXT) STRICT; CREATE TABLE half (a TEXT) STRICT'],
  [
    'a step that breaks a reference',
    `INSERT INTO answer_cell (assessment, stage, criterion_id, field, counter, replica)
       VALUES (7, 'self', 'px-001', 'value', 7, 1)`,
  ],
])('%s leaves the old version as it was, also the steps before it', (_name, sql) => {
  const file = makeDatabase();
  const before = look(file);
  const broken: Migration = { number: nextNumber + 1, name: 'breaks', sql };
  expect(() => openDatabase(file, [...migrations, addsNote, broken], today)).toThrow();
  expect(look(file)).toEqual(before);
  valueOf(openDatabase(file, migrations, today)).close();
});

test('an up-to-date database is opened without a copy', () => {
  const file = makeDatabase();
  valueOf(openDatabase(file, migrations, today)).close();
  expect(readdirSync(path.dirname(file))).toEqual(['thuoc-so.sqlite']);
});

test('a database of a newer app is refused and not touched', () => {
  const file = makeDatabase();
  valueOf(openDatabase(file, [...migrations, addsNote], today)).close();
  const before = look(file);
  const refused = openDatabase(file, migrations, today);
  expect(codesOf(refused)).toEqual(['database-too-new']);
  expect(look(file)).toEqual(before);
});
