import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openInstallation } from '../../../../test/helpers/installation.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { codesOf, openTestBackend, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import type { Backend } from '#backend/backend.ts';
import { listAssessments } from '../listAssessments.ts';
import type { CallInput, CallName, CallOutput, ImportProgress } from '#shared/api/contract.ts';

async function ask<N extends CallName>(
  backend: Backend,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  return valueOf(await backend.call(name, input)) as CallOutput<N>;
}

function bytesOf(file: string): AsyncIterable<Uint8Array> {
  return Readable.from([readFileSync(file)]);
}

async function send(backend: Backend, id: string, files: readonly string[]): Promise<void> {
  for (const file of files) valueOf(await backend.receivePackage(id, path.basename(file), bytesOf(file)));
}

async function follow(backend: Backend, id: string, until: ImportProgress['state']): Promise<ImportProgress> {
  for (;;) {
    const progress = await ask(backend, 'imports.read', { id, cursor: 0 });
    if (progress.state === until) return progress;
    await wait(5);
  }
}

async function makeFiles(): Promise<readonly string[]> {
  const commune = openInstallation('hai-chau', 'commune');
  const id = commune.create();
  commune.record(id, { criterionId: 'px-004', field: 'value', value: '12' });
  const first = await commune.exportFile(id);
  commune.record(id, { criterionId: 'px-004', field: 'value', value: '13' });
  return [first, await commune.exportFile(id)];
}

async function startImport(files: readonly string[], folder = makeTemporaryFolder()) {
  const { backend, log } = openTestBackend(folder);
  const { id } = await ask(backend, 'imports.start', {});
  await send(backend, id, files);
  return { backend, log, id };
}

test('files are sent, checked and imported, and the screen hears only of what has changed', async () => {
  const { backend, log, id } = await startImport(await makeFiles());
  const received = await ask(backend, 'imports.read', { id, cursor: 0 });
  expect(received).toMatchObject({ state: 'receiving', total: 2 });
  expect(received.files.map(({ state, verdict }) => [state, verdict])).toEqual([
    ['waiting', null],
    ['waiting', null],
  ]);
  await ask(backend, 'imports.check', { id, passphrase: null });
  const checked = await follow(backend, id, 'checked');
  expect(checked).toMatchObject({ done: 2, total: 2, files: [{ verdict: 'new' }, { verdict: 'newer' }] });
  expect(await ask(backend, 'assessments.list', {})).toMatchObject({ total: 0, assessments: [] });
  await ask(backend, 'imports.commit', { id, files: [2], acceptSigners: [] });
  const done = await follow(backend, id, 'done');
  expect(done.files.map(({ number, state, verdict }) => [number, state, verdict])).toEqual([
    [1, 'left-out', 'new'],
    [2, 'imported', 'new'],
  ]);
  expect((await ask(backend, 'imports.read', { id, cursor: done.cursor })).files).toEqual([]);
  const [assessment] = (await ask(backend, 'assessments.list', {})).assessments;
  expect(done.files[1]?.assessmentId).toBe(assessment?.id);
  expect(await ask(backend, 'imports.list', { offset: 0, limit: 10 })).toMatchObject({
    total: 1,
    imports: [{ id, undo: 'possible' }],
  });
  await ask(backend, 'imports.undo', { id });
  expect(await ask(backend, 'assessments.list', {})).toMatchObject({ total: 0, assessments: [] });
  expect(log).toEqual([]);
});

test('an import that was called off takes nothing in any more', async () => {
  const files = await makeFiles();
  const { backend, id } = await startImport(files);
  await ask(backend, 'imports.cancel', { id });
  expect((await ask(backend, 'imports.read', { id, cursor: 0 })).state).toBe('cancelled');
  expect(codesOf(await backend.call('imports.check', { id, passphrase: null }))).toEqual(['import-busy']);
  const late = await backend.receivePackage(id, 'late.thuocso', bytesOf(files[0] ?? ''));
  expect(codesOf(late)).toEqual(['import-busy']);
  expect(codesOf(await backend.call('imports.check', { id: 'no', passphrase: null }))).toEqual([
    'import-unknown',
  ]);
});

test('a cancel during the import stops after the present file and keeps what is in', async () => {
  const [first = ''] = await makeFiles();
  const many = Array.from({ length: 40 }, () => first);
  const { backend, id } = await startImport(many);
  await ask(backend, 'backups.create', {});
  const backup = (await ask(backend, 'backups.list', {}))[0]?.name ?? '';
  await ask(backend, 'imports.check', { id, passphrase: null });
  await follow(backend, id, 'checked');
  await ask(backend, 'imports.commit', {
    id,
    files: many.map((_, index) => index + 1),
    acceptSigners: [],
  });
  expect(codesOf(await backend.call('imports.undo', { id }))).toEqual(['import-busy']);
  expect(codesOf(await backend.call('backups.restore', { name: backup }))).toEqual(['import-busy']);
  for (;;) {
    const { done } = await ask(backend, 'imports.read', { id, cursor: 0 });
    if (done > 0) break;
    await wait(1);
  }
  await ask(backend, 'imports.cancel', { id });
  const { files } = await follow(backend, id, 'cancelled');
  expect(files.filter(({ state }) => state === 'imported').length).toBeLessThan(40);
  expect(await ask(backend, 'assessments.list', {})).toMatchObject({ total: 1 });
});

test('a file that is no package is refused by name and the others go on', async () => {
  const { backend, id } = await startImport([import.meta.filename, ...(await makeFiles())]);
  await ask(backend, 'imports.check', { id, passphrase: null });
  const { files } = await follow(backend, id, 'checked');
  expect(files.map(({ verdict, errors }) => [verdict, errors[0]?.code])).toEqual([
    ['refused', 'package-not-ours'],
    ['new', undefined],
    ['newer', undefined],
  ]);
});

test('what was chosen and could not come in for a failure of the storage is refused, not passed over', async () => {
  const folder = makeTemporaryFolder();
  const { backend, log, id } = await startImport(await makeFiles(), folder);
  await ask(backend, 'imports.check', { id, passphrase: null });
  await follow(backend, id, 'checked');
  const other = new Database(path.join(folder, 'thuoc-so.sqlite'));
  other.exec(`CREATE TRIGGER failing BEFORE INSERT ON import BEGIN SELECT raise(ABORT, 'no'); END`);
  other.close();
  await ask(backend, 'imports.commit', { id, files: [1], acceptSigners: [] });
  const { files } = await follow(backend, id, 'done');
  expect(files.map(({ state, verdict, errors }) => [state, verdict, errors[0]?.code])).toEqual([
    ['left-out', 'refused', 'unexpected'],
    ['left-out', 'newer', undefined],
  ]);
  expect(log).toHaveLength(1);
});

test('packages of one bundle are all listed, also where two of them have the same name', async () => {
  const above = openInstallation('quan', 'aggregator', '48');
  for (const officer of ['an', 'binh']) {
    const commune = openInstallation(officer, 'commune');
    const own = commune.create();
    commune.record(own, { criterionId: 'px-004', field: 'value', value: '12' });
    // The same content under the same name, but not the same edits.
    await above.importAll([await commune.exportFile(own)], { acceptSigners: ['all'] });
  }
  const [received] = valueOf(listAssessments(above.context()));
  const { backend, id } = await startImport([await above.exportFile(received?.id ?? '')]);
  await ask(backend, 'imports.check', { id, passphrase: null });
  const told = async (state: 'checked' | 'done') =>
    (await follow(backend, id, state)).files.map(({ verdict, errors }) => errors[0]?.code ?? verdict);
  expect(await told('checked')).toEqual(['new', 'new', 'signer-changed']);
  await ask(backend, 'imports.commit', { id, files: [1], acceptSigners: [] });
  expect(await told('done')).toEqual(['new', 'new', 'signer-changed']);
});
