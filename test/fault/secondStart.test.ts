import path from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '#backend/db/store.ts';
import { succeed } from '#shared/errors/result.ts';
import { makeTemporaryFolder } from '../helpers/temporaryFolder.ts';
import { codesOf, makeTestSurroundings, valueOf } from '../helpers/testWorkspace.ts';
import { startChild } from './childProcess.ts';

function open(databaseFile: string, lockWaitMilliseconds: number) {
  return openStore({ databaseFile, lockWaitMilliseconds, ...makeTestSurroundings() });
}

test('while one process runs, a second start is told so and does no damage', async () => {
  const databaseFile = path.join(makeTemporaryFolder(), 'thuoc-so.sqlite');
  const first = valueOf(open(databaseFile, 100));
  const second = startChild('holdDatabase.ts', [databaseFile]);
  expect(await second.waitForLine('')).toBe('refused database-in-use');
  expect(await second.ended()).toBe(0);
  valueOf(first.write((writer) => succeed(writer.writeSetting('language', 'en'))));
  first.close();
  const third = startChild('holdDatabase.ts', [databaseFile]);
  expect(await third.waitForLine('')).toBe('opened');
});

test('a killed process leaves the database free', async () => {
  const databaseFile = path.join(makeTemporaryFolder(), 'thuoc-so.sqlite');
  const holder = startChild('holdDatabase.ts', [databaseFile]);
  expect(await holder.waitForLine('')).toBe('opened');
  expect(codesOf(open(databaseFile, 100))).toEqual(['database-in-use']);
  await holder.kill();
  valueOf(open(databaseFile, 0)).close();
});

test('of many starts at the same moment exactly one gets the database', async () => {
  const databaseFile = path.join(makeTemporaryFolder(), 'thuoc-so.sqlite');
  const starts = Array.from({ length: 6 }, () => startChild('holdDatabase.ts', [databaseFile]));
  const answers = await Promise.all(starts.map((start) => start.waitForLine('')));
  expect(answers.filter((answer) => answer === 'opened')).toHaveLength(1);
  expect(answers.filter((answer) => answer === 'refused database-in-use')).toHaveLength(5);
});

test('a start that is willing to wait gets the database when the other one ends', async () => {
  const databaseFile = path.join(makeTemporaryFolder(), 'thuoc-so.sqlite');
  const first = valueOf(open(databaseFile, 100));
  const patient = startChild('holdDatabase.ts', [databaseFile, '60000']);
  first.close();
  expect(await patient.waitForLine('')).toBe('opened');
});
