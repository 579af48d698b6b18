import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../db/store.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { codesOf, makeTestSurroundings, valueOf } from '../../../test/helpers/testWorkspace.ts';
import { succeed } from '#shared/errors/result.ts';
import { createBackup } from './backups.ts';
import { restoreNewestBackup } from './restoreNewestBackup.ts';

/** A damaged database with three backups, whose languages are vi, en and, in one cut short, none. */
function makeDamagedFolder(): string {
  const folder = makeTemporaryFolder();
  const surroundings = makeTestSurroundings();
  const databaseFile = path.join(folder, 'thuoc-so.sqlite');
  const store = valueOf(openStore({ databaseFile, ...surroundings }));
  const names = ['vi', 'en', 'cut'].map((language) => {
    valueOf(store.write((writer) => succeed(writer.writeSetting('language', language))));
    return valueOf(createBackup({ store, ...surroundings }, 'manual')).name;
  });
  store.close();
  writeFileSync(path.join(folder, 'backups', names.at(-1) ?? ''), 'SQLite format 3\0');
  writeFileSync(databaseFile, readFileSync(databaseFile).fill(0xff, 4096));
  return folder;
}

function open(folder: string) {
  return openStore({ databaseFile: path.join(folder, 'thuoc-so.sqlite'), ...makeTestSurroundings() });
}

test('a database that no longer opens gives way to the newest sound backup and is kept as it is', () => {
  const folder = makeDamagedFolder();
  const databaseFile = path.join(folder, 'thuoc-so.sqlite');
  const damaged = readFileSync(databaseFile);
  expect(codesOf(open(folder))).toEqual(['database-damaged']);
  valueOf(restoreNewestBackup({ databaseFile, ...makeTestSurroundings(), newId: () => crypto.randomUUID() }));
  const store = valueOf(open(folder));
  expect(valueOf(store.read((reader) => succeed(reader.readSetting('language'))))).toBe('en');
  const kept = readdirSync(path.join(folder, 'backups')).find((name) => name.endsWith('.damaged'));
  expect(readFileSync(path.join(folder, 'backups', kept ?? '')).equals(damaged)).toBe(true);
  const closed = { databaseFile, ...makeTestSurroundings() };
  expect(codesOf(restoreNewestBackup(closed))).toEqual(['database-in-use']);
  store.close();
});

test('a backup that a wrong clock dated years ahead is not the newest', () => {
  const folder = makeDamagedFolder();
  const databaseFile = path.join(folder, 'thuoc-so.sqlite');
  const backups = path.join(folder, 'backups');
  const [first = ''] = readdirSync(backups).toSorted();
  const ahead = path.join(backups, first.replace(/\.20\d{6}T/u, '.20990101T'));
  renameSync(path.join(backups, first), ahead);
  valueOf(restoreNewestBackup({ databaseFile, ...makeTestSurroundings(), newId: () => crypto.randomUUID() }));
  const store = valueOf(open(folder));
  expect(valueOf(store.read((reader) => succeed(reader.readSetting('language'))))).toBe('en');
  store.close();
});

test('without a sound backup everything stays as it is', () => {
  const folder = makeDamagedFolder();
  const databaseFile = path.join(folder, 'thuoc-so.sqlite');
  for (const name of readdirSync(path.join(folder, 'backups'))) {
    writeFileSync(path.join(folder, 'backups', name), 'không phải bản sao lưu');
  }
  const before = readFileSync(databaseFile);
  expect(codesOf(restoreNewestBackup({ databaseFile, ...makeTestSurroundings() }))).toEqual(['backup-none']);
  expect(readFileSync(databaseFile).equals(before)).toBe(true);
  expect(readdirSync(folder).toSorted()).toEqual(['backups', 'thuoc-so.sqlite', 'thuoc-so.sqlite.lock']);
});
