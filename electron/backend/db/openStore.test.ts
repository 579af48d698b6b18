import {
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { codesOf, makeTestSurroundings, valueOf } from '../../../test/helpers/testWorkspace.ts';
import type { Result } from '#shared/errors/result.ts';
import { openStore, type Store } from './store.ts';

let folder = '';
let file = '';

beforeEach(() => {
  folder = makeTemporaryFolder();
  file = path.join(folder, 'thuoc-so.sqlite');
});

function open(databaseFile = file, mustExist = false): Result<Store> {
  return openStore({ databaseFile, mustExist, lockWaitMilliseconds: 50, ...makeTestSurroundings() });
}

function makeStore(): void {
  valueOf(open()).close();
}

test('a missing folder is made', () => {
  const deeper = path.join(folder, 'Dữ liệu', 'phường', 'thuoc-so.sqlite');
  valueOf(open(deeper)).close();
  expect(existsSync(deeper)).toBe(true);
});

test('where the database must exist, a missing one is refused and nothing is made', () => {
  expect(codesOf(open(file, true))).toEqual(['database-not-found']);
  expect(readdirSync(folder)).toEqual([]);
});

test('an empty file is taken for a database whose making was interrupted', () => {
  writeFileSync(file, '');
  valueOf(open()).close();
  expect(statSync(file).size).toBeGreaterThan(0);
});

test('a text file is refused and not touched', () => {
  writeFileSync(file, 'Kế hoạch chuyển đổi số năm 2026');
  expect(codesOf(open())).toEqual(['database-not-ours']);
  expect(readdirSync(folder)).toEqual(['thuoc-so.sqlite']);
  expect(readFileSync(file, 'utf8')).toBe('Kế hoạch chuyển đổi số năm 2026');
});

test('a folder in place of the file is refused', () => {
  mkdirSync(file);
  expect(codesOf(open())).toEqual(['database-not-ours']);
});

test('a file in place of the folder is refused', () => {
  writeFileSync(path.join(folder, 'data'), '');
  expect(codesOf(open(path.join(folder, 'data', 'thuoc-so.sqlite')))).toEqual(['folder-read-only']);
});

test('the database of another program is refused and not touched', () => {
  const other = new Database(file);
  other.exec('CREATE TABLE moz_places (id INTEGER)');
  other.close();
  const before = readFileSync(file);
  expect(codesOf(open())).toEqual(['database-not-ours']);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a file that a power cut filled with zeros is damaged, not somebody else’s', () => {
  writeFileSync(file, Buffer.alloc(8192));
  expect(codesOf(open())).toEqual(['database-damaged']);
});

test('a database that was emptied while its log still has content is damaged, and the log is kept', () => {
  writeFileSync(file, '');
  writeFileSync(`${file}-wal`, 'pages that were not yet in the database');
  expect(codesOf(open())).toEqual(['database-damaged']);
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
});

test.each([
  ['overwritten in its first table', 100],
  ['overwritten in the middle', 3 * 4096],
])('a database %s is damaged', (_name, position) => {
  makeStore();
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(2048, 0x5a), 0, 2048, position);
  closeSync(handle);
  const before = readFileSync(file);
  expect(codesOf(open())).toEqual(['database-damaged']);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a database cut short is damaged', () => {
  makeStore();
  writeFileSync(file, readFileSync(file).subarray(0, 2 * 4096 + 100));
  expect(codesOf(open())).toEqual(['database-damaged']);
});

test('a second opening is refused while the first is open, also by another name of the file', () => {
  const first = valueOf(open());
  expect(codesOf(open())).toEqual(['database-in-use']);
  const alias = path.join(folder, 'alias.sqlite');
  symlinkSync(file, alias);
  expect(codesOf(open(alias))).toEqual(['database-in-use']);
  first.close();
  valueOf(open()).close();
});

test('a refused opening leaves the lock free', () => {
  makeStore();
  const database = new Database(file);
  database.pragma('user_version = 9999');
  database.close();
  expect(codesOf(open())).toEqual(['database-too-new']);
  expect(codesOf(open())).toEqual(['database-too-new']);
});
