import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { haiChau } from '../../../../test/helpers/installation.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { codesOf, openTestBackend, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { contract, type CallInput, type CallName, type CallOutput } from '#shared/api/contract.ts';
import type { Backend } from '../../backend.ts';

async function call<N extends CallName>(
  backend: Backend,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  return contract[name].output.parse(valueOf(await backend.call(name, input))) as CallOutput<N>;
}

async function finish(backend: Backend, id: string) {
  for (;;) {
    const progress = await call(backend, 'sync.read', { id });
    if (!['pulling', 'sending'].includes(progress.state)) return progress;
    await wait(20);
  }
}

async function prepare() {
  const stick = path.join(makeTemporaryFolder(), 'stick');
  const folder = makeTemporaryFolder();
  const { backend, log } = openTestBackend(folder);
  await call(backend, 'profile.save', { role: 'commune', unitCode: haiChau, header: {} });
  const created = await call(backend, 'assessments.create', {
    unitCode: haiChau,
    period: '2026',
    setId: 'da-nang-phuong-xa',
    setVersion: '1.0.0',
  });
  await call(backend, 'answers.record', {
    assessmentId: created.id,
    edits: [{ criterionId: 'px-006', field: 'value', value: true }],
  });
  const { downloadId } = await call(backend, 'packages.export', {
    assessmentId: created.id,
    masked: false,
    evidenceFiles: true,
    passphrase: null,
    recipients: [],
  });
  const { id: targetId } = await call(backend, 'targets.save', {
    id: null,
    kind: 'folder',
    name: 'USB của phường',
    address: stick,
  });
  const { ids } = await call(backend, 'outbox.add', { downloadId, targetId });
  return { stick, folder, backend, log, targetId, ids };
}

test('what was added waits until somebody asks, is told of in between, and then lies at its place', async () => {
  const { stick, backend, targetId, ids } = await prepare();
  const failed = await finish(backend, (await call(backend, 'outbox.send', { ids })).id);
  expect(failed).toMatchObject({ state: 'failed', targetId, errors: [{ code: 'target-absent' }] });
  expect(await call(backend, 'outbox.list', {})).toMatchObject([
    { targetName: 'USB của phường', revision: 0, state: { kind: 'failed', attempts: 1 } },
  ]);
  mkdirSync(stick);
  expect(await call(backend, 'targets.check', { id: targetId })).toEqual({
    steps: ['list', 'write', 'read-back', 'move', 'refuse-overwriting', 'remove'].map((step) => ({
      step,
      error: null,
    })),
    clockDifferenceSeconds: null,
  });
  expect(readdirSync(stick)).toEqual([]);
  const sent = await finish(backend, (await call(backend, 'outbox.send', { ids })).id);
  expect(sent).toMatchObject({ state: 'done', toSend: 1, counts: { sent: 1 }, errors: [] });
  expect(readdirSync(path.join(stick, '2026', haiChau))).toHaveLength(1);
  expect(codesOf(await backend.call('outbox.send', { ids }))).toEqual(['outbox-item-sent']);
  expect(codesOf(await backend.call('outbox.remove', { id: ids[0] }))).toEqual(['outbox-item-sent']);
  expect(await call(backend, 'targets.list', {})).toMatchObject([
    { name: 'USB của phường', hasPassword: false, authority: null, proxy: null, pulledAt: null },
  ]);
});

test('nothing leaves when the application is opened again', async () => {
  const { stick, folder, backend, log } = await prepare();
  mkdirSync(stick);
  backend.close();
  const again = openTestBackend(folder);
  await wait(200);
  expect(await call(again.backend, 'outbox.list', {})).toMatchObject([{ state: { kind: 'waiting' } }]);
  expect(readdirSync(stick)).toEqual([]);
  expect([...log, ...again.log]).toEqual([]);
});

test('one synchronisation runs at a time, and what is unknown is refused by its name', async () => {
  const { stick, backend, targetId } = await prepare();
  mkdirSync(stick);
  const wish = { targetId, pull: true, push: true };
  const [first, second] = await Promise.all([
    backend.call('sync.start', wish),
    backend.call('sync.start', wish),
  ]);
  expect([first.ok, codesOf(second)]).toEqual([true, ['sync-busy']]);
  const { id } = contract['sync.start'].output.parse(valueOf(first));
  expect(await finish(backend, id)).toMatchObject({ state: 'done', counts: { sent: 1, fetched: 0 } });
  expect(codesOf(await backend.call('sync.read', { id: 'x' }))).toEqual(['sync-unknown']);
  expect(codesOf(await backend.call('sync.start', { ...wish, targetId: 'x' }))).toEqual(['target-unknown']);
  expect(codesOf(await backend.call('outbox.send', { ids: ['x'] }))).toEqual(['outbox-item-unknown']);
  expect(codesOf(await backend.call('targets.remove', { id: 'x' }))).toEqual(['target-unknown']);
});
