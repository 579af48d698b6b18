import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBackend, type Backend } from '#backend/backend.ts';
import { contract } from '#shared/api/contract.ts';
import { fillDemo } from './demoSamples.ts';

const productFolder = path.resolve(import.meta.dirname, '../..');
let folder: string;
let backend: Backend;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'thuoc-so-demo-'));
  const opened = openBackend({
    databaseFile: path.join(folder, 'thuoc-so.sqlite'),
    contentFolder: path.join(productFolder, 'criteria'),
    now: () => new Date(),
    newId: randomUUID,
    appVersion: '0.0.0',
    log: (line) => expect.fail(line),
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.errors));
  backend = opened.value;
});

afterEach(() => {
  backend.close();
  rmSync(folder, { recursive: true });
});

async function listAssessments() {
  const reply = await backend.call('assessments.list', {});
  if (!reply.ok) throw new Error(JSON.stringify(reply.errors));
  return contract['assessments.list'].output.parse(reply.value).assessments;
}

test('the demo shows one unit on its way, one just begun and one that is through', async () => {
  expect(await fillDemo(backend, productFolder)).toEqual({ ok: true, value: null });
  const assessments = await listAssessments();
  expect(assessments.map(({ unit }) => unit.name).toSorted()).toEqual([
    'Phường Hải Châu',
    'Phường Hội An',
    'Xã Hòa Vang',
  ]);
  const states = assessments.map(
    ({ standing }) => standing.verdicts.find(({ thresholdId }) => thresholdId === 'points-80')?.state,
  );
  expect(states.map(String).toSorted()).toEqual(['open', 'open', 'reached']);
});

test('a demo that somebody has worked in is left as it is', async () => {
  await fillDemo(backend, productFolder);
  const before = await listAssessments();
  expect(await fillDemo(backend, productFolder)).toEqual({ ok: true, value: null });
  expect(await listAssessments()).toEqual(before);
});
