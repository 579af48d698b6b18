import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openWorkspace, type Workspace } from '#backend/backend.ts';
import { createAssessment } from '#backend/usecases/createAssessment.ts';
import { openAssessment } from '#backend/usecases/openAssessment.ts';
import { makeTemporaryFolder } from '../helpers/temporaryFolder.ts';
import { fromRealContent, makeTestSurroundings, realContent, valueOf } from '../helpers/testWorkspace.ts';
import { startChild, type Child } from './childProcess.ts';
import { expectPossibleAnswers } from './possibleAnswers.ts';
import { chooseSeed, makeRandom } from './seededRandom.ts';

const kills = 200;
const mostAcknowledged = 30;
const longestWaitMilliseconds = 6;

test(`no acknowledged answer is missing after ${String(kills)} kills at random moments`, async () => {
  const seed = chooseSeed();
  console.log(`seed ${String(seed)}`);
  const random = makeRandom(seed);
  const folder = makeTemporaryFolder();
  const databaseFile = path.join(folder, 'data', 'thuoc-so.sqlite');
  const contentFile = path.join(folder, 'content.json');
  writeFileSync(contentFile, JSON.stringify(realContent()));
  const open = () =>
    valueOf(openWorkspace({ databaseFile, ...fromRealContent(), ...makeTestSurroundings() }));
  const assessmentId = prepareAssessment(open());
  const possible = expectPossibleAnswers();
  const startNext = (): Child =>
    startChild('recordAnswersUntilKilled.ts', [
      databaseFile,
      contentFile,
      assessmentId,
      String(random(2 ** 31)),
    ]);

  const waiting = [startNext(), startNext()];
  let acknowledged = 0;
  let killedBeforeFirst = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const child = waiting.shift() ?? startNext();
    if (kill + waiting.length < kills) waiting.push(startNext());
    await child.waitForLine('ready');
    child.say('go');
    // One in five dies while it opens the database and recovers what the last one left; the others somewhere
    // in or between two transactions.
    if (random(5) > 0) await child.waitForLine(`acknowledged ${String(random(mostAcknowledged))}`);
    await wait(random(longestWaitMilliseconds));
    await child.kill();
    expect(child.complaints(), `seed ${String(seed)}, kill ${String(kill)}`).toBe('');
    const followed = possible.follow(child.lines);
    acknowledged += followed.acknowledged;
    if (followed.acknowledged === 0) killedBeforeFirst += 1;
    // Now and then nobody looks in between, so that the next child recovers what the last one left.
    if (random(4) === 0 && kill < kills) continue;
    const faults = possible.findFaults(readAnswersOnce(open(), assessmentId));
    expect(faults, `seed ${String(seed)}, kill ${String(kill)}`).toEqual([]);
    expect(checkFile(databaseFile), `seed ${String(seed)}, kill ${String(kill)}`).toEqual(['ok']);
  }
  console.log(`${String(acknowledged)} acknowledged, ${String(killedBeforeFirst)} killed before the first`);
  expect(acknowledged).toBeGreaterThan(kills);
  expect(killedBeforeFirst).toBeGreaterThan(0);
});

function prepareAssessment(workspace: Workspace): string {
  const choice = { unitCode: '20242', period: '2026', setId: 'da-nang-phuong-xa', setVersion: '1.0.0' };
  const { id } = valueOf(createAssessment(workspace.context, choice));
  workspace.close();
  return id;
}

function readAnswersOnce(workspace: Workspace, assessmentId: string) {
  try {
    return valueOf(openAssessment(workspace.context, assessmentId)).answers;
  } finally {
    workspace.close();
  }
}

/** What SQLite itself finds wrong with the file; `ok` alone when nothing is. */
function checkFile(file: string): readonly unknown[] {
  const database = new Database(file, { readonly: true });
  const found = [
    database.pragma('integrity_check', { simple: true }),
    ...(database.pragma('foreign_key_check') as readonly unknown[]),
    ...database.prepare('SELECT number FROM change GROUP BY replica, counter HAVING count(*) > 1').all(),
  ];
  database.close();
  return found;
}
