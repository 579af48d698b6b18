import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { runCommand, writeAnswers } from '../../../test/helpers/commandLine.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';

let folder = '';
let database = '';
let assessment = '';

const ofPeriod = () => ['review', '--db', database, '--results', '--period', '2026'];
const json = async (...args: readonly string[]): Promise<unknown> => {
  const { stdout, stderr, exitCode } = await runCommand(...args, '--json');
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return JSON.parse(stdout);
};

beforeEach(async () => {
  folder = makeTemporaryFolder();
  database = path.join(folder, 'data.sqlite');
  const applied = await runCommand(
    'apply',
    writeAnswers(folder, { '1.6': { value: true } }),
    '--db',
    database,
  );
  assessment = applied.stdout.trim();
  const appraisal = path.join(folder, 'appraisal.json');
  const head = { format: 'thuoc-so-appraisal', version: 1, criteriaSet: 'da-nang-phuong-xa' };
  const about = { criteriaVersion: '1.0.0', unit: '20242', period: '2026', stage: 'final' };
  const appraisals = { '1.6': { decision: 'accepted' } };
  writeFileSync(appraisal, JSON.stringify({ ...head, ...about, appraisals }));
  await runCommand('appraise', appraisal, '--db', database);
});

test('results of a period are one file for each unit, or one bundle', async () => {
  const [single, together] = [path.join(folder, 'single'), path.join(folder, 'together')];
  const units = [{ unit: { code: '20242' }, stage: 'final' }];
  expect(await json(...ofPeriod(), '--out', single)).toMatchObject({
    units,
    withoutScores: [],
    encrypted: false,
  });
  expect(readdirSync(single)).toEqual([expect.stringContaining('_ket-qua_')]);
  const bundle = await json(...ofPeriod(), '--out', together, '--bundle', '--mask');
  expect(bundle).toMatchObject({ units, masked: true, fileName: 'Ket-qua_2026_1-don-vi.thuocso' });
  expect(readdirSync(together)).toEqual(['Ket-qua_2026_1-don-vi.thuocso']);
});

test('one unit gets its review with the result or without, and a receipt needs something received', async () => {
  const out = path.join(folder, 'out');
  const one = ['--db', database, '--assessment', assessment, '--out', out];
  const passphraseFile = path.join(folder, 'passphrase.txt');
  writeFileSync(passphraseFile, 'một mật khẩu dài\n');
  const sealed = ['--passphrase-file', passphraseFile];
  expect(await json('review', ...one, ...sealed)).toMatchObject({ encrypted: true });
  const withResult = await json('review', ...one, '--results');
  expect(withResult).toMatchObject({ encrypted: false, units: [{ stage: 'final' }] });
  // Told as of a bundle: what the unit declared, with the names of persons, is no part of it.
  const told = ['file', 'fileName', 'size', 'sha256', 'masked', 'encrypted', 'units', 'withoutScores'];
  expect(Object.keys(withResult as object).toSorted()).toEqual(told.toSorted());
  const names = readdirSync(out).toSorted();
  expect(names.map((name) => name.split('_')[3])).toEqual(['ket-qua', 'tham-dinh']);
  const receipt = await runCommand('receipt', ...one, '--json');
  expect(receipt.exitCode).toBe(1);
  expect(receipt.stdout).toContain('nothing-received');
});

test('what nobody asked for rightly is wrong usage', async () => {
  const out = ['--db', database, '--out', folder];
  for (const args of [[], ['--results'], ['--period', '2026'], ['--assessment', assessment, '--bundle']]) {
    const { exitCode, stderr } = await runCommand('review', ...out, ...args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Lệnh review cần');
  }
});

test('the deadline of a period is set and given up', async () => {
  const chase = ['chase', '--db', database, '--period', '2026'];
  expect(await json(...chase, '--deadline', '05/12/2026')).toMatchObject({ deadline: '2026-12-05' });
  expect(await json(...chase)).toMatchObject({ deadline: '2026-12-05', usualDeadline: '2026-12-10' });
  expect(await json(...chase, '--deadline', 'usual')).toMatchObject({ deadline: '2026-12-10' });
  const wrong = await runCommand(...chase, '--deadline', '31/02/2026', '--json');
  expect(wrong.stdout).toContain('date-malformed');
});
