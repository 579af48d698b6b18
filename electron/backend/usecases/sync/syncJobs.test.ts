import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { faultsAt, listPackagesAt } from '../../../../test/fuzz/judgeServer.ts';
import { haiChau } from '../../../../test/helpers/installation.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import {
  codesOf,
  makeTestSurroundings,
  openTestBackend,
  valueOf,
} from '../../../../test/helpers/testWorkspace.ts';
import { openApachePlace } from '../../../../test/sync/places.ts';
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

/** A commune with a place to send to, its stick unless told, and files that wait for it. */
async function prepare({
  files = 1,
  surroundings = makeTestSurroundings(),
  ...place
}: {
  readonly files?: number;
  readonly surroundings?: ReturnType<typeof makeTestSurroundings>;
} & Partial<CallInput<'targets.save'>> = {}) {
  const stick = path.join(makeTemporaryFolder(), 'stick');
  const folder = makeTemporaryFolder();
  const { backend, log } = openTestBackend(folder, surroundings);
  await call(backend, 'profile.save', { role: 'commune', unitCode: haiChau, header: {} });
  const created = await call(backend, 'assessments.create', {
    unitCode: haiChau,
    period: '2026',
    setId: 'da-nang-phuong-xa',
    setVersion: '1.0.0',
  });
  const usual = { id: null, kind: 'folder', name: 'USB của phường', address: stick } as const;
  const { id: targetId } = await call(backend, 'targets.save', { ...usual, ...place });
  /** Puts a file into the outbox with something in it that those before did not have. */
  const addAnother = async (value: number, to = targetId) => {
    await call(backend, 'answers.record', {
      assessmentId: created.id,
      edits: [{ criterionId: 'px-004', field: 'value', value: String(value) }],
    });
    const { downloadId } = await call(backend, 'packages.export', {
      assessmentId: created.id,
      masked: false,
      evidenceFiles: true,
      passphrase: null,
      recipients: [],
    });
    return (await call(backend, 'outbox.add', { downloadId, targetId: to })).ids;
  };
  const ids: string[] = [];
  for (let value = 1; value <= files; value += 1) ids.push(...(await addAnother(value)));
  return { stick, folder, backend, log, targetId, ids, addAnother };
}

/** The same with three files, for a server that takes its time with each; `uploading` is when it hears of the first. */
async function prepareSlowServer() {
  const { address, user, password, authority, folder: served, setFaults } = await openApachePlace();
  const place = { kind: 'webdav', address, userName: user, password, authority } as const;
  const prepared = await prepare({ files: 3, ...place });
  const uploads: string[] = [];
  const uploading = new Promise<void>((resolve) => {
    setFaults((request) => {
      if (request.method !== 'PUT') return null;
      uploads.push(request.path);
      resolve();
      return { kind: 'delay', milliseconds: 500 };
    });
  });
  const heal = () => setFaults(() => null);
  return { ...prepared, served, uploads, uploading, heal, setFaults };
}

/** The same with files that failed one by one an hour ago: all of them are due again. */
async function prepareOverdue(files: number) {
  const usual = makeTestSurroundings();
  let ahead = 0;
  let ids = 0;
  const surroundings = {
    ...usual,
    now: () => new Date(usual.now().getTime() + ahead),
    newId: () => {
      ids += 1;
      return usual.newId();
    },
  };
  const prepared = await prepare({ files, surroundings });
  for (const id of prepared.ids) {
    await finish(prepared.backend, (await call(prepared.backend, 'outbox.send', { ids: [id] })).id);
  }
  ahead = 60 * 60 * 1000;
  return { ...prepared, countIds: () => ids };
}

const statesOf = async (backend: Backend) =>
  (await call(backend, 'outbox.list', {})).map(({ state }) => state.kind).toSorted();

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
  // No dialog of the system in a host without one.
  expect(await call(backend, 'targets.chooseFolder', {})).toEqual({ folder: null });
});

test('stopping while a slow server takes a file lets that one arrive whole, and the others wait', async () => {
  const { backend, ids, served, uploads, uploading, heal } = await prepareSlowServer();
  const { id } = await call(backend, 'outbox.send', { ids });
  await uploading;
  expect(await call(backend, 'sync.cancel', { id })).toEqual({});
  const ended = await finish(backend, id);
  expect(ended).toMatchObject({ state: 'cancelled', toSend: 3, counts: { sent: 1, failed: 0 }, errors: [] });
  expect(await statesOf(backend)).toEqual(['sent', 'waiting', 'waiting']);
  expect(uploads).toHaveLength(1);
  const items = await call(backend, 'outbox.list', {});
  const meant = new Map(items.map(({ remotePath, sha256 }) => [remotePath, sha256]));
  expect(faultsAt(served, meant)).toEqual([]);
  expect(readdirSync(path.join(served, '2026', haiChau))).toHaveLength(1);
  expect(listPackagesAt(served)).toHaveLength(1);
  heal();
  const rest = items.filter(({ state }) => state.kind === 'waiting').map((item) => item.id);
  const again = await finish(backend, (await call(backend, 'outbox.send', { ids: rest })).id);
  expect(again).toMatchObject({ state: 'done', toSend: 2, counts: { sent: 2 } });
  expect(faultsAt(served, meant)).toEqual([]);
  expect(listPackagesAt(served)).toHaveLength(3);
  expect(codesOf(await backend.call('sync.cancel', { id: 'x' }))).toEqual(['sync-unknown']);
});

test('no backup takes the place of data into which files are being fetched or from which they are sent', async () => {
  const { backend, ids, uploading, heal } = await prepareSlowServer();
  await call(backend, 'backups.create', {});
  const name = (await call(backend, 'backups.list', {}))[0]?.name ?? '';
  const { id } = await call(backend, 'outbox.send', { ids });
  await uploading;
  expect(codesOf(await backend.call('backups.restore', { name }))).toEqual(['sync-busy']);
  heal();
  expect(await finish(backend, id)).toMatchObject({ state: 'done', counts: { sent: 3 } });
  expect(await statesOf(backend)).toEqual(['sent', 'sent', 'sent']);
  await call(backend, 'backups.restore', { name });
  expect(await statesOf(backend)).toEqual(['waiting', 'waiting', 'waiting']);
});

test('what is on its way cannot be taken back, what waits behind it can', async () => {
  const { backend, ids, served, uploading, heal } = await prepareSlowServer();
  const { id } = await call(backend, 'outbox.send', { ids });
  await uploading;
  expect(codesOf(await backend.call('outbox.remove', { id: ids[0] }))).toEqual(['sync-busy']);
  await call(backend, 'outbox.remove', { id: ids[2] ?? '' });
  heal();
  expect(await finish(backend, id)).toMatchObject({ counts: { sent: 2 } });
  expect(await statesOf(backend)).toEqual(['sent', 'sent']);
  expect(listPackagesAt(served)).toHaveLength(2);
});

test('a place is not forgotten while files are being fetched from it', async () => {
  const { backend, targetId, ids, setFaults } = await prepareSlowServer();
  for (const item of ids) await call(backend, 'outbox.remove', { id: item });
  const { id } = await call(backend, 'sync.start', { targetId, pull: true, push: false });
  setFaults(() => ({ kind: 'delay', milliseconds: 200 }));
  expect(codesOf(await backend.call('targets.remove', { id: targetId }))).toEqual(['sync-busy']);
  expect(await finish(backend, id)).toMatchObject({ state: 'done', errors: [] });
  await call(backend, 'targets.remove', { id: targetId });
  expect(await call(backend, 'targets.list', {})).toEqual([]);
});

test('what was being sent when the application was closed waits when it is opened again', async () => {
  const { backend, folder, ids, uploading, log } = await prepareSlowServer();
  await call(backend, 'outbox.send', { ids });
  await uploading;
  expect(await statesOf(backend)).toEqual(['sending', 'waiting', 'waiting']);
  backend.close();
  const again = openTestBackend(folder);
  expect(await statesOf(again.backend)).toEqual(['waiting', 'waiting', 'waiting']);
  expect([...log, ...again.log]).toEqual([]);
});

test('sending to several places counts what went to all of them, and tells of each that failed', async () => {
  const { stick, backend, ids, addAnother } = await prepare();
  mkdirSync(stick);
  const place = { id: null, kind: 'folder', name: '' } as const;
  const [shared, first, second] = ['chung', 'mot', 'hai'].map((name) =>
    path.join(makeTemporaryFolder(), name),
  );
  mkdirSync(shared ?? '');
  for (const [index, address] of [shared, first, second].entries()) {
    const { id } = await call(backend, 'targets.save', { ...place, address: address ?? '' });
    ids.push(...(await addAnother(10 + index, id)));
  }
  const ended = await finish(backend, (await call(backend, 'outbox.send', { ids })).id);
  expect(ended).toMatchObject({ state: 'failed', toSend: 4, counts: { sent: 2, failed: 2 } });
  expect(ended.errors).toMatchObject([
    { code: 'target-absent', params: { place: first } },
    { code: 'target-absent', params: { place: second } },
  ]);
  const targets = await call(backend, 'targets.list', {});
  const done = targets.filter(({ sentAt }) => sentAt !== null).map(({ address }) => address);
  expect(new Set(done)).toEqual(new Set([stick, shared]));
});

test('what somebody stopped does not go on by itself a moment later', async () => {
  const { backend, stick, ids } = await prepareOverdue(3);
  mkdirSync(stick);
  const { id } = await call(backend, 'outbox.send', { ids });
  await call(backend, 'sync.cancel', { id });
  expect(await finish(backend, id)).toMatchObject({ state: 'cancelled', counts: { sent: 0 } });
  await wait(500);
  expect(readdirSync(stick)).toEqual([]);
  expect(await statesOf(backend)).toEqual(['failed', 'failed', 'failed']);
});

test('a try that cannot even begin is not repeated without a pause', async () => {
  const { backend, targetId, ids, countIds } = await prepareOverdue(1);
  const server = { kind: 'webdav', address: 'https://dav.example.vn/', userName: 'phuong' } as const;
  await call(backend, 'targets.save', { id: targetId, name: 'Máy chủ', ...server });
  const before = countIds();
  const { id } = await call(backend, 'outbox.send', { ids });
  expect((await finish(backend, id)).errors).toMatchObject([{ code: 'target-password-missing' }]);
  await wait(500);
  // One id for each try.
  expect(countIds() - before).toBe(1);
});
