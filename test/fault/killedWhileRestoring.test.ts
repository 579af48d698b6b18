import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openStore, type Store } from '#backend/db/store.ts';
import { createBackup, restoreBackup, restoreSteps } from '#backend/usecases/backups.ts';
import { succeed } from '#shared/errors/result.ts';
import { makeTemporaryFolder } from '../helpers/temporaryFolder.ts';
import { makeTestSurroundings, valueOf } from '../helpers/testWorkspace.ts';
import { startChild } from './childProcess.ts';
import { chooseSeed, makeRandom } from './seededRandom.ts';

const databaseName = 'thuoc-so.sqlite';
const texts = 400;
const kills = 15;

interface Prepared {
  readonly folder: string;
  readonly backupName: string;
}

/** A data folder whose backup says "cũ" everywhere and whose database says "mới". */
function prepareFolder(): Prepared {
  const folder = makeTemporaryFolder();
  const surroundings = makeTestSurroundings();
  const store = valueOf(openStore({ databaseFile: path.join(folder, databaseName), ...surroundings }));
  writeTexts(store, 'cũ');
  const { name } = valueOf(createBackup({ store, ...surroundings }, 'manual'));
  writeTexts(store, 'mới');
  store.close();
  return { folder, backupName: name };
}

function writeTexts(store: Store, word: string): void {
  valueOf(
    store.write((writer) => {
      for (let number = 0; number < texts; number += 1) {
        writer.writeSetting(`text-${String(number)}`, `${word} `.repeat(700));
      }
      return succeed(null);
    }),
  );
}

function copyOf({ folder }: Prepared): string {
  const copy = makeTemporaryFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

interface Found {
  readonly integrity: unknown;
  /** The first word of every text, each once. */
  readonly words: readonly string[];
  readonly count: number;
  readonly ownReplica: unknown;
}

/** Opens what a cut-off restore left behind as the app would, then looks at it closely. */
function openAndLook(folder: string): Found {
  const file = path.join(folder, databaseName);
  valueOf(openStore({ databaseFile: file, ...makeTestSurroundings(), newId: randomUUID })).close();
  const database = new Database(file, { readonly: true });
  const values = database
    .prepare<[], string>(`SELECT value FROM setting WHERE name LIKE 'text-%'`)
    .pluck()
    .all();
  const found = {
    integrity: database.pragma('integrity_check', { simple: true }),
    words: [...new Set(values.map((value) => (JSON.parse(value) as string).split(' ')[0] ?? ''))],
    count: values.length,
    ownReplica: database.prepare('SELECT id FROM replica WHERE is_own = 1').pluck().get(),
  };
  database.close();
  return found;
}

function expectWhole(found: Found, before: Found): void {
  expect(found).toMatchObject({ integrity: 'ok', count: texts });
  expect([['cũ'], ['mới']]).toContainEqual(found.words);
  // Whoever goes on with the old content is a new replica; whoever was left alone is the same as before.
  expect(found.ownReplica !== before.ownReplica).toBe(found.words[0] === 'cũ');
}

test.each(restoreSteps)(
  'a power cut right after "%s" leaves the old content or the new, whole',
  async (step) => {
    const prepared = prepareFolder();
    const before = openAndLook(prepared.folder);
    const child = startChild('restoreUntilKilled.ts', [
      path.join(prepared.folder, databaseName),
      prepared.backupName,
      step,
    ]);
    await child.waitForLine(step);
    await child.ended();
    const found = openAndLook(prepared.folder);
    expectWhole(found, before);
    const isSwapped = step === 'swapped' || step === 'reopened';
    expect(found.words).toEqual([isSwapped ? 'cũ' : 'mới']);
    expect(readdirSync(prepared.folder).join()).not.toContain('.restoring');
    finishRestore(prepared);
  },
);

test('a power cut at any moment of a restore leaves the old content or the new, whole', async () => {
  const seed = chooseSeed();
  console.log(`seed ${String(seed)}`);
  const random = makeRandom(seed);
  const original = prepareFolder();
  const duration = await measureRestore({ ...original, folder: copyOf(original) });
  let interrupted = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const folder = copyOf(original);
    const before = openAndLook(folder);
    const child = startChild('restoreUntilKilled.ts', [path.join(folder, databaseName), original.backupName]);
    await child.waitForLine('begins');
    await wait(random(duration));
    await child.kill();
    const found = openAndLook(folder);
    expectWhole(found, before);
    if (found.words[0] === 'mới') interrupted += 1;
    checkBackups(folder);
  }
  console.log(`${String(interrupted)} of ${String(kills)} kills interrupted the restore`);
  expect(interrupted).toBeGreaterThan(0);
});

/** How long the whole takes here and now. */
async function measureRestore({ folder, backupName }: Prepared): Promise<number> {
  const child = startChild('restoreUntilKilled.ts', [path.join(folder, databaseName), backupName]);
  await child.waitForLine('begins');
  const begin = performance.now();
  await child.waitForLine('restored');
  await child.kill();
  return Math.ceil(performance.now() - begin);
}

function finishRestore({ folder, backupName }: Prepared): void {
  const surroundings = { ...makeTestSurroundings(), newId: randomUUID };
  const store = valueOf(openStore({ databaseFile: path.join(folder, databaseName), ...surroundings }));
  valueOf(restoreBackup({ store, ...surroundings }, backupName));
  store.close();
  expect(openAndLook(folder).words).toEqual(['cũ']);
}

/** Whatever bears the name of a backup is one. */
function checkBackups(folder: string): void {
  const backups = path.join(folder, 'backups');
  expect(existsSync(backups)).toBe(true);
  for (const name of readdirSync(backups).filter((entry) => entry.endsWith('.sqlite'))) {
    const database = new Database(path.join(backups, name), { readonly: true });
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    database.close();
  }
}
