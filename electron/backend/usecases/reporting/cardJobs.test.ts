import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { fillPeriod } from '../../../../test/helpers/filledPeriod.ts';
import { listZipNames } from '../../../../test/helpers/readZip.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { codesOf, openTestWorkspace, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { findExport } from '../../files/exportFolder.ts';
import { createCardJobs } from './cardJobs.ts';

const wish = { period: '2026', setId: 'da-nang-phuong-xa', language: 'vi' } as const;
const patience = { timeout: 60_000, interval: 20 };

function openJobs(units: readonly string[]) {
  const folder = makeTemporaryFolder();
  const { context } = openTestWorkspace(folder);
  fillPeriod(
    context,
    units.map((unitCode) => ({ unitCode })),
  );
  const jobs = createCardJobs({ context, report: () => ({ code: 'unexpected', params: {} }) });
  const stateOf = (id: string) => valueOf(jobs.read(id)).state;
  const isOver = (id: string) =>
    vi.waitFor(() => {
      expect(stateOf(id)).not.toBe('printing');
    }, patience);
  return { folder, jobs, isOver, start: () => valueOf(jobs.start(wish)).id };
}

test('the cards of all units lie in one zip to be downloaded, and meanwhile it says how far it is', async () => {
  const { folder, jobs, isOver, start } = openJobs(['20242', '20257', '20194']);
  const id = start();
  expect(codesOf(jobs.start(wish))).toEqual(['batch-busy']);
  expect(valueOf(jobs.read(id))).toMatchObject({ state: 'printing', file: null });
  await isOver(id);
  const { state, done, total, file, errors } = valueOf(jobs.read(id));
  expect({ state, done, total, errors }).toEqual({ state: 'done', done: 3, total: 3, errors: [] });
  const ready = valueOf(findExport(folder, file?.downloadId ?? ''));
  expect(file).toMatchObject({ fileName: ready.name, size: ready.size });
  expect(ready.name).toBe('phieu_da-nang-phuong-xa_2026.zip');
  const names = listZipNames(readFileSync(ready.file));
  expect(names.map((name) => name.slice(0, 6))).toEqual(['20194_', '20242_', '20257_']);
  expect(names.every((name) => name.endsWith('.pdf'))).toBe(true);
}, 90_000);

test('a batch that is stopped leaves nothing behind, and the next one may start', async () => {
  const { folder, jobs, isOver, start } = openJobs(['20242', '20257']);
  const id = start();
  valueOf(jobs.cancel(id));
  await isOver(id);
  expect(valueOf(jobs.read(id))).toMatchObject({ state: 'cancelled', file: null });
  const exports = path.join(folder, 'exports');
  expect(existsSync(exports) ? readdirSync(exports) : []).toEqual([]);
  const next = start();
  jobs.close();
  await isOver(next);
}, 90_000);

test('what cannot be printed says why, and nobody hears of a batch that never was', async () => {
  const { jobs, isOver } = openJobs([]);
  const { id } = valueOf(jobs.start({ ...wish, period: 'x' }));
  await isOver(id);
  expect(valueOf(jobs.read(id))).toMatchObject({ state: 'failed', errors: [{ code: 'period-malformed' }] });
  expect(codesOf(jobs.read('none'))).toEqual(['batch-unknown']);
  expect(codesOf(jobs.cancel('none'))).toEqual(['batch-unknown']);
});
