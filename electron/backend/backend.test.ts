import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { makeTemporaryFolder } from '../../test/helpers/temporaryFolder.ts';
import {
  codesOf,
  contentFolder,
  errorsOf,
  makeTestSurroundings,
  openTestBackend,
  openTestWorkspace,
  valueOf,
} from '../../test/helpers/testWorkspace.ts';
import { contract, type CallInput, type CallName, type CallOutput } from '#shared/api/contract.ts';
import { openBackend, type Backend } from './backend.ts';
import { createDispatcher } from './dispatcher.ts';
import { openIncomingFolder } from './files/incomingFolder.ts';
import { createHandlers } from './handlers.ts';
import { createImportJobs } from './usecases/imports/importJobs.ts';
import { withoutUpdates } from './usecases/updates/updateDesk.ts';
import { createSyncJobs } from './usecases/sync/syncJobs.ts';
import { createCardJobs } from './usecases/reporting/cardJobs.ts';

/** Calls by name and holds the answer, after a journey through JSON, against the contract. */
async function ask<N extends CallName>(
  backend: Backend,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  const answered = JSON.parse(JSON.stringify(valueOf(await backend.call(name, input)))) as unknown;
  return contract[name].output.parse(answered) as CallOutput<N>;
}

const choice = { unitCode: '20242', period: '2026', setId: 'da-nang-phuong-xa', setVersion: '1.0.0' };

test('every call answers as the contract says', async () => {
  const folder = makeTemporaryFolder();
  const { backend } = openTestBackend(folder);
  expect(await ask(backend, 'app.status', {})).toEqual({
    version: '1.2.3',
    language: 'vi',
    appearance: 'light',
    dataFolder: folder,
  });
  await ask(backend, 'app.setLanguage', { language: 'en' });
  expect(await ask(backend, 'app.status', {})).toMatchObject({ language: 'en' });
  expect(await ask(backend, 'criteria.list', {})).toHaveLength(3);
  const { set } = await ask(backend, 'criteria.get', { id: choice.setId, version: choice.setVersion });
  expect(set.groups).toHaveLength(11);
  expect(await ask(backend, 'units.find', { text: 'hoi an', period: '2026', limit: 1 })).toHaveLength(1);
  const { id } = await ask(backend, 'assessments.create', choice);
  await ask(backend, 'answers.record', {
    assessmentId: id,
    edits: [{ criterionId: 'px-006', field: 'value', value: true }],
  });
  await ask(backend, 'header.record', { assessmentId: id, header: { population: '127.000' } });
  await ask(backend, 'efforts.save', { assessmentId: id, efforts: { 'px-001': 5 } });
  const opened = await ask(backend, 'assessments.open', { id });
  expect(opened).toMatchObject({
    answers: { 'px-006': { value: true } },
    header: { population: '127.000' },
    efforts: { 'px-001': 5 },
    canUndo: true,
  });
  expect(await ask(backend, 'assessments.list', {})).toEqual({
    total: 1,
    found: 1,
    conflicts: 0,
    assessments: [{ ...opened.assessment, conflicts: 0, received: null }],
  });
  const card = await ask(backend, 'scorecard.create', { assessmentId: id, language: 'vi' });
  expect(card.fileName).toMatch(/[.]pdf$/u);
  expect(Buffer.from(card.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
});

test('the calls of the second sitting answer as the contract says', async () => {
  const { backend } = openTestBackend(makeTemporaryFolder());
  expect(await ask(backend, 'profile.read', {})).toEqual({ profile: null });
  const header = { contactName: 'Trần Thị Lan' };
  await ask(backend, 'profile.save', { role: 'commune', unitCode: choice.unitCode, header });
  expect(await ask(backend, 'profile.read', {})).toMatchObject({ profile: { role: 'commune', header } });
  const before = await ask(backend, 'assessments.create', { ...choice, period: '2025' });
  await ask(backend, 'answers.record', {
    assessmentId: before.id,
    edits: [{ criterionId: 'px-006', field: 'value', value: true }],
  });
  const { id } = await ask(backend, 'assessments.create', { ...choice, startFromPrevious: true });
  const assessmentId = id;
  expect(await ask(backend, 'assessments.previous', { id })).toEqual({ id: before.id });
  expect(await ask(backend, 'suggestions.list', { assessmentId })).toMatchObject([{ value: true }]);
  const choices = { assessmentId, accept: ['px-006'], dismiss: [] };
  expect(await ask(backend, 'suggestions.settle', choices)).toMatchObject({ canUndo: true });
  expect(await ask(backend, 'edits.undo', { assessmentId })).toMatchObject({ canRedo: true, header });
  expect(await ask(backend, 'edits.redo', { assessmentId })).toMatchObject({ criterionIds: ['px-006'] });
  const history = await ask(backend, 'answers.history', { assessmentId, criterionId: 'px-006' });
  expect(history.map(({ kind }) => kind)).toEqual(['redo', 'undo', 'suggestion']);
  const signatory = { name: 'Nguyễn Văn An', title: 'Chủ tịch', place: 'Hải Châu', date: '2026-12-20' };
  const signed = await ask(backend, 'signing.sign', { assessmentId, ...signatory });
  expect(signed).toMatchObject({ revision: 1, state: 'signed', signature: signatory });
  const recalled = await ask(backend, 'signing.recall', { assessmentId, reason: 'Sai số hộ' });
  expect(recalled).toMatchObject({ revision: 1, state: 'open', signature: null });
  expect(await ask(backend, 'evidence.usage', { assessmentId })).toEqual({ totalBytes: 0, files: [] });
});

test('a call that is not in the contract is refused by name', async () => {
  const { backend } = openTestBackend(makeTemporaryFolder());
  for (const name of ['toString', '__proto__', 'assessments.delete', '']) {
    expect(codesOf(await backend.call(name, {}))).toEqual(['call-unknown']);
  }
});

test('input that does not fit is refused with every place, before any handler runs', async () => {
  const { backend, log } = openTestBackend(makeTemporaryFolder());
  const refused = errorsOf(
    await backend.call('answers.record', { edits: [{ criterionId: 1 }], extra: true }),
  );
  expect(refused.map((error) => error.code)).toContain('input-invalid');
  expect(refused.map((error) => error.place)).toContain('assessmentId');
  expect(codesOf(await backend.call('assessments.open', null))).toEqual(['input-invalid']);
  expect(log).toEqual([]);
});

test('a fault of ours is logged once and comes back as one reference', async () => {
  const folder = makeTemporaryFolder();
  const { context } = openTestWorkspace(folder);
  const log: string[] = [];
  const incoming = openIncomingFolder(folder);
  const report = () => ({ code: 'unexpected' as const, params: {} });
  const imports = createImportJobs({ context, incoming, report });
  const cards = createCardJobs({ context, report });
  const handlers = {
    ...createHandlers(context, '1.2.3', {
      imports,
      cards,
      sync: createSyncJobs({ context, incoming, takeTurn: imports.takeTurn, report }),
      updates: withoutUpdates('1.2.3'),
      chooseFolder: () => Promise.resolve(null),
      closeBackend: () => undefined,
    }),
    'criteria.list': () => {
      throw new TypeError('a fault of ours');
    },
  };
  const options = {
    newId: context.newId,
    log: (line: string) => log.push(line),
  };
  const call = createDispatcher(handlers, options);
  const answer = errorsOf(await call('criteria.list', {}));
  expect(answer).toMatchObject([{ code: 'unexpected' }]);
  expect(log).toHaveLength(1);
  expect(log[0]).toContain(String(answer[0]?.params['reference']));
  expect(log[0]).toContain('a fault of ours');
  expect(await call('app.status', {})).toMatchObject({ ok: true });
});

test('after closing, calls are answered but not run, and another may open', async () => {
  const folder = makeTemporaryFolder();
  const { backend } = openTestBackend(folder);
  backend.close();
  backend.close();
  expect(codesOf(await backend.call('app.status', {}))).toEqual(['backend-unreachable']);
  expect(await openTestBackend(folder).backend.call('app.status', {})).toMatchObject({ ok: true });
});

test('an application that is never closed makes its daily backup all the same', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  let now = new Date('2026-11-21T08:00:00Z');
  const databaseFile = path.join(makeTemporaryFolder(), 'thuoc-so.sqlite');
  const options = { databaseFile, contentFolder, ...makeTestSurroundings(), log: () => undefined };
  const backend = valueOf(openBackend({ ...options, now: () => now }));
  await ask(backend, 'assessments.create', choice);
  for (const [day, made] of [
    ['2026-11-21T09:00:00Z', 1],
    ['2026-11-21T21:00:00Z', 1],
    ['2026-11-22T09:00:00Z', 2],
  ] as const) {
    now = new Date(day);
    vi.advanceTimersByTime(60 * 60 * 1000);
    expect(await ask(backend, 'backups.list', {}), day).toHaveLength(made);
  }
  backend.close();
  expect(vi.getTimerCount()).toBe(0);
});

test('without its criteria the backend does not open, and says so', () => {
  const folder = makeTemporaryFolder();
  const options = {
    databaseFile: path.join(folder, 'thuoc-so.sqlite'),
    ...makeTestSurroundings(),
    appVersion: '1.2.3',
    log: () => undefined,
  };
  const absent = openBackend({ ...options, contentFolder: path.join(folder, 'absent') });
  expect(codesOf(absent)).toContain('content-unreadable');
  expect(readdirSync(folder)).toEqual([]);
  valueOf(openBackend({ ...options, contentFolder })).close();
});
