import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openWorkspace } from '#backend/backend.ts';
import { digestOfContent } from '#backend/usecases/digestOfContent.ts';
import { importFiles } from '#backend/usecases/imports/importFiles.ts';
import { listImports } from '#backend/usecases/imports/listImports.ts';
import { succeed } from '#shared/errors/result.ts';
import { makeTemporaryFolder } from '../helpers/temporaryFolder.ts';
import { fromRealContent, makeTestSurroundings, realContent, valueOf } from '../helpers/testWorkspace.ts';
import { edit, keyNamed, logDocument, writeSample } from '../helpers/writeSample.ts';
import { startChild } from './childProcess.ts';
import { chooseSeed, makeRandom } from './seededRandom.ts';

const kills = 20;
const editsOfEach = 400;
const unitCodes = ['20194', '20197', '20200', '20209', '20242', '20257', '20260', '20263'];

interface Scene {
  readonly contentFile: string;
  /** Packages, one for each unit. */
  readonly files: string;
  /** A data folder with all of them imported. */
  readonly full: string;
  readonly importId: string;
  /** By unit code, the digest of its assessment when its file is in. */
  readonly whole: ReadonlyMap<string, string>;
}

test('a kill during an import leaves each file wholly in or wholly out, and none that was told of is missing', async () => {
  const { seed, random, scene } = await prepare();
  let interrupted = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const databaseFile = path.join(makeTemporaryFolder(), 'thuoc-so.sqlite');
    const child = startChild('importUntilKilled.ts', [databaseFile, scene.contentFile, scene.files]);
    await child.waitForLine('ready');
    child.say('go');
    await child.waitForLine('begins');
    if (random(4) > 0) await child.waitForLine('acknowledged');
    await wait(random(25));
    await child.kill();
    const told = child.lines.filter((line) => line.startsWith('acknowledged')).length;
    const where = `seed ${String(seed)}, kill ${String(kill)}`;
    expect(child.complaints(), where).toBe('');
    const found = lookAt(databaseFile);
    expect(found.faults, where).toEqual([]);
    for (const [code, digest] of found.digests) expect(digest, where).toBe(scene.whole.get(code));
    expect(found.digests.size, where).toBeGreaterThanOrEqual(told);
    if (found.digests.size < scene.whole.size) interrupted += 1;
    expect(await importAgain(databaseFile, scene.files), where).toEqual(scene.whole);
  }
  expect(interrupted).toBeGreaterThan(0);
});

test('a kill during an undo leaves all of the import or nothing of it', async () => {
  const { seed, random, scene } = await prepare();
  let duration = 0;
  let undone = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    // The folder must lie where it lay, or it would be a copy.
    const folder = path.dirname(scene.full);
    const aside = `${folder}-aside`;
    cpSync(folder, aside, { recursive: true });
    const child = startChild('importUntilKilled.ts', [
      scene.full,
      scene.contentFile,
      scene.files,
      scene.importId,
    ]);
    await child.waitForLine('ready');
    child.say('go');
    await child.waitForLine('begins');
    const begin = performance.now();
    // The first one may finish and says how long that takes.
    if (kill === 1) await child.waitForLine('finished');
    else await wait(random(Math.ceil(duration * 1.2)));
    await child.kill();
    if (kill === 1) duration = performance.now() - begin;
    const where = `seed ${String(seed)}, kill ${String(kill)}`;
    expect(child.complaints(), where).toBe('');
    const found = lookAt(scene.full);
    expect(found.faults, where).toEqual([]);
    expect([scene.whole, new Map()], where).toContainEqual(found.digests);
    expect(found.undo, where).toBe(found.digests.size === 0 ? 'done' : 'possible');
    if (found.digests.size === 0) undone += 1;
    rmSync(folder, { recursive: true });
    renameSync(aside, folder);
  }
  console.log(`${String(undone)} of ${String(kills)} undos were finished before the kill`);
  expect(undone).toBeGreaterThan(0);
  expect(undone).toBeLessThan(kills);
});

async function prepare() {
  const seed = chooseSeed();
  console.log(`seed ${String(seed)}`);
  const folder = makeTemporaryFolder();
  const contentFile = path.join(folder, 'content.json');
  writeFileSync(contentFile, JSON.stringify(realContent()));
  const files = path.join(folder, 'files');
  mkdirSync(files);
  for (const code of unitCodes) await writeUnit(files, code);
  const full = path.join(folder, 'full', 'thuoc-so.sqlite');
  const whole = await importAgain(full, files);
  const scene: Scene = { contentFile, files, full, whole, importId: lookAt(full).importId };
  expect(whole.size).toBe(unitCodes.length);
  return { seed, random: makeRandom(seed), scene };
}

/** A long history of one cell, so that a transaction takes long enough to be hit. */
async function writeUnit(folder: string, code: string): Promise<void> {
  const list = realContent().unitLists.find(({ id }) => id === 'da-nang-2025-07');
  const unit = list?.units.find((one) => one.code === code);
  if (!list || !unit) throw new Error(`no unit ${code}`);
  const named = { code, validFrom: list.validFrom, name: unit.name };
  const changes = Array.from({ length: editsOfEach }, (_, index) =>
    edit(index + 1, {
      dot: [`r-${code}`, index + 1],
      field: 'explanation',
      valueText: JSON.stringify(`Giải trình lần ${String(index)}. `.repeat(5)),
      replaced: index === 0 ? [] : [[`r-${code}`, index]],
    }),
  );
  await writeSample(folder, logDocument(...changes), {
    key: keyNamed(code),
    sender: { role: 'commune', unit: named },
    subject: { unit: { ...named, kind: unit.kind, parentName: 'Thành phố Đà Nẵng' } },
  });
}

function open(databaseFile: string) {
  const options = { databaseFile, ...fromRealContent(), ...makeTestSurroundings() };
  return valueOf(openWorkspace({ ...options, newId: () => crypto.randomUUID(), appVersion: '1.2.3' }));
}

async function importAgain(databaseFile: string, folder: string): Promise<ReadonlyMap<string, string>> {
  const workspace = open(databaseFile);
  const files = readdirSync(folder)
    .toSorted()
    .map((name) => ({ path: path.join(folder, name), name }));
  valueOf(await importFiles(workspace.context, files));
  workspace.close();
  return lookAt(databaseFile).digests;
}

/** Opens a database as the next start would, and says what is in it and what SQLite finds wrong with it. */
function lookAt(databaseFile: string) {
  const { context, close } = open(databaseFile);
  const assessments = valueOf(context.store.read((reader) => succeed(reader.listAssessments())));
  const digests: ReadonlyMap<string, string> = new Map(
    assessments.map(({ id, unitCode }) => [
      unitCode,
      valueOf(digestOfContent(context, { assessmentId: id })).digest,
    ]),
  );
  const [newest] = valueOf(listImports(context));
  close();
  const database = new Database(databaseFile, { readonly: true });
  const faults = [
    ...(database.pragma('integrity_check') as readonly { readonly integrity_check: string }[])
      .map((row) => row.integrity_check)
      .filter((verdict) => verdict !== 'ok'),
    ...(database.pragma('foreign_key_check') as readonly unknown[]),
    ...database.prepare(`SELECT number FROM import WHERE state = 'undoing'`).all(),
  ];
  database.close();
  return { digests, faults, importId: newest?.id ?? '', undo: newest?.undo ?? 'nothing' };
}
