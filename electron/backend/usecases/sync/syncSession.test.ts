import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { haiChau, openInstallation } from '../../../../test/helpers/installation.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { codesOf, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { openIncomingFolder } from '../../files/incomingFolder.ts';
import { addFileToOutbox } from './addToOutbox.ts';
import { listOutbox } from './outbox.ts';
import { createSyncJobs } from './syncJobs.ts';
import { findOrAddTarget } from './targets.ts';

/** A commune with files in its outbox for a stick that is not there yet; a day passes whenever it looks at its clock. */
async function prepare(files: number) {
  const stick = path.join(makeTemporaryFolder(), 'stick');
  const commune = openInstallation('hai-chau', 'commune');
  const place = { address: stick, userName: '', authority: null };
  const targetId = valueOf(findOrAddTarget(commune.context(), place)).id;
  const assessmentId = commune.create();
  for (let count = 1; count <= files; count += 1) {
    commune.record(assessmentId, { criterionId: 'px-004', field: 'value', value: String(count) });
    const file = await commune.exportFile(assessmentId);
    valueOf(await addFileToOutbox(commune.context(), file, { targetId }));
  }
  let days = 0;
  const now = () => new Date(Date.UTC(2026, 11, (days += 1)));
  const begin = () => {
    const jobs = createSyncJobs({
      context: { ...commune.context(), now },
      incoming: openIncomingFolder(commune.folder),
      takeTurn: (work) => work(),
      report: (error) => {
        throw error;
      },
    });
    onTestFinished(jobs.close);
    return jobs;
  };
  const states = () => valueOf(listOutbox(commune.context())).map(({ state }) => state);
  return { stick, begin, states, wish: { targetId, pull: false, push: true } };
}

test('what failed is tried again by itself while the application is open, until it goes', async () => {
  const { stick, begin, states, wish } = await prepare(1);
  const jobs = begin();
  expect(jobs.newest()).toBeNull();
  const { id } = valueOf(jobs.start(wish));
  expect(jobs.newest()).toBe(id);
  const attempts = () => states().map((state) => (state.kind === 'failed' ? state.attempts : 0));
  while ((attempts()[0] ?? 0) < 3) await wait(5);
  mkdirSync(stick);
  while (states()[0]?.kind !== 'sent') await wait(5);
  expect(readdirSync(path.join(stick, '2026', haiChau))).toHaveLength(1);
  // Whoever looks can follow what nobody began.
  expect(jobs.newest()).not.toBe(id);
  expect(valueOf(jobs.read(jobs.newest() ?? ''))).toMatchObject({ counts: { sent: 1 } });
});

test('what failed waits for somebody to ask when the application is opened again', async () => {
  const { stick, begin, states, wish } = await prepare(1);
  const before = begin();
  valueOf(before.start(wish));
  while (states()[0]?.kind !== 'failed') await nextTurn();
  before.close();
  await wait(100);
  mkdirSync(stick);
  const after = begin();
  await wait(100);
  expect(states()).toMatchObject([{ kind: 'failed' }]);
  expect(readdirSync(stick)).toEqual([]);
  valueOf(after.start(wish));
  while (states()[0]?.kind !== 'sent') await wait(5);
});

test('what is stopped keeps what was sent, and the rest goes when somebody asks again', async () => {
  const { stick, begin, states, wish } = await prepare(4);
  mkdirSync(stick);
  const jobs = begin();
  const { id } = valueOf(jobs.start(wish));
  while (valueOf(jobs.read(id)).counts.sent === 0) await nextTurn();
  valueOf(jobs.cancel(id));
  while (valueOf(jobs.read(id)).state === 'sending') await nextTurn();
  expect(valueOf(jobs.read(id))).toMatchObject({ state: 'cancelled', toSend: 4, errors: [] });
  const kinds = states().map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['sent', 'waiting']));
  const names = readdirSync(path.join(stick, '2026', haiChau));
  expect(names).toHaveLength(kinds.filter((kind) => kind === 'sent').length);
  expect(names.filter((name) => !name.endsWith('.thuocso'))).toEqual([]);
  const again = valueOf(jobs.start(wish));
  while (valueOf(jobs.read(again.id)).state === 'sending') await nextTurn();
  expect(states().map(({ kind }) => kind)).toEqual(['sent', 'sent', 'sent', 'sent']);
  expect(codesOf(jobs.cancel('x'))).toEqual(['sync-unknown']);
});
