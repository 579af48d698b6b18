import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openStore, type Store } from '#backend/db/store.ts';
import { openEvidenceStore } from '#backend/files/evidenceStore.ts';
import { createBackup, restoreBackup } from '#backend/usecases/backups.ts';
import { succeed } from '#shared/errors/result.ts';
import { makeTemporaryFolder } from '../helpers/temporaryFolder.ts';
import { codesOf, makeTestSurroundings, valueOf } from '../helpers/testWorkspace.ts';
import { startChild } from './childProcess.ts';
import { listSmallDisks } from './smallDisk.ts';

function writeText(store: Store, number: number) {
  const text = `${String(number)} `.padEnd(3000, 'số');
  return store.write((writer) => succeed(writer.writeSetting(`text-${String(number)}`, text)));
}

function countTexts(store: Store): number {
  const isThere = (number: number) =>
    valueOf(store.read((reader) => succeed(reader.readSetting(`text-${String(number)}`)))) !== undefined;
  let count = 0;
  while (isThere(count)) count += 1;
  return count;
}

test.each(listSmallDisks())('on $name an edit is refused by name and nothing before it is lost', (disk) => {
  const databaseFile = path.join(disk.make(), 'thuoc-so.sqlite');
  const open = () =>
    valueOf(openStore({ databaseFile, migrations: disk.migrations, ...makeTestSurroundings() }));
  const store = open();
  let written = 0;
  let last = writeText(store, written);
  while (last.ok && written < 2000) last = writeText(store, (written += 1));
  expect(codesOf(last)).toEqual(['disk-full']);
  expect(codesOf(writeText(store, written))).toEqual(['disk-full']);
  expect(countTexts(store)).toBe(written);
  store.close();
  const reopened = open();
  expect(countTexts(reopened)).toBe(written);
  reopened.close();
  const database = new Database(databaseFile, { readonly: true });
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
});

test('a folder that may only be read is refused by name, with a database in it or without', async () => {
  const folder = makeTemporaryFolder();
  const databaseFile = path.join(folder, 'thuoc-so.sqlite');
  chmodSync(folder, 0o555);
  const without = startChild('holdDatabase.ts', [databaseFile, '100', 'unprivileged']);
  expect(await without.waitForLine('')).toBe('refused folder-read-only');
  chmodSync(folder, 0o755);
  valueOf(openStore({ databaseFile, ...makeTestSurroundings() })).close();
  chmodSync(folder, 0o555);
  const within = startChild('holdDatabase.ts', [databaseFile, '100', 'unprivileged']);
  expect(await within.waitForLine('')).toBe('refused folder-read-only');
  chmodSync(folder, 0o755);
  expect(readdirSync(folder).toSorted()).toEqual(['thuoc-so.sqlite', 'thuoc-so.sqlite.lock']);
});

test('a database file that may only be read is refused by name', async () => {
  const folder = makeTemporaryFolder();
  const databaseFile = path.join(folder, 'thuoc-so.sqlite');
  valueOf(openStore({ databaseFile, ...makeTestSurroundings() })).close();
  chmodSync(folder, 0o777);
  chmodSync(`${databaseFile}.lock`, 0o666);
  chmodSync(databaseFile, 0o444);
  const child = startChild('holdDatabase.ts', [databaseFile, '100', 'unprivileged']);
  expect(await child.waitForLine('')).toBe('refused folder-read-only');
});

test.each(listSmallDisks().filter((disk) => disk.name.includes('file system')))(
  'on $name evidence that finds no room is refused and leaves nothing behind',
  async (disk) => {
    const dataFolder = path.join(disk.make(), 'data');
    mkdirSync(dataFolder);
    const source = path.join(makeTemporaryFolder(), 'Báo cáo.pdf');
    writeFileSync(source, Buffer.alloc(3 * 1024 * 1024));
    const store = openEvidenceStore(dataFolder);
    expect(codesOf(await store.add(source))).toEqual(['disk-full']);
    expect(readdirSync(path.join(dataFolder, 'evidence', 'unfinished'))).toEqual([]);
    writeFileSync(source, 'ngắn');
    expect(existsSync(valueOf(store.locate(valueOf(await store.add(source)))))).toBe(true);
  },
);

test.each(listSmallDisks().filter((disk) => disk.name.includes('file system')))(
  'on $name neither a backup nor a restore that finds no room changes anything',
  (disk) => {
    const folder = disk.make();
    const surroundings = makeTestSurroundings();
    const databaseFile = path.join(folder, 'thuoc-so.sqlite');
    const store = valueOf(openStore({ databaseFile, ...surroundings }));
    const context = { store, ...surroundings };
    for (let number = 0; number < 3; number += 1) valueOf(writeText(store, number));
    const { name } = valueOf(createBackup(context, 'manual'));
    valueOf(writeText(store, 3));
    fillUp(folder);
    expect(codesOf(createBackup(context, 'manual'))).toEqual(['disk-full']);
    expect(codesOf(restoreBackup(context, name))).toEqual(['disk-full']);
    expect(countTexts(store)).toBe(4);
    expect(readdirSync(path.join(folder, 'backups'))).toEqual([name]);
    rmSync(path.join(folder, 'filling'));
    valueOf(restoreBackup(context, name));
    expect(countTexts(store)).toBe(3);
    store.close();
  },
);

function fillUp(folder: string): void {
  expect(() => writeFileSync(path.join(folder, 'filling'), Buffer.alloc(2 * 1024 * 1024))).toThrow('ENOSPC');
}
