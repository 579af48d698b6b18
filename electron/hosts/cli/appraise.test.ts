import path from 'node:path';
import { writeFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { runCommand, writeAnswers } from '../../../test/helpers/commandLine.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';

let folder = '';
let database = '';

beforeEach(async () => {
  folder = makeTemporaryFolder();
  database = path.join(folder, 'data.sqlite');
  const file = writeAnswers(folder, { '1.6': { value: true } });
  await runCommand('apply', file, '--db', database);
});

const head = {
  format: 'thuoc-so-appraisal',
  version: 1,
  criteriaSet: 'da-nang-phuong-xa',
  criteriaVersion: '1.0.0',
  unit: '20242',
  period: '2026',
  stage: 'appraised',
};

async function appraise(appraisals: unknown, change: object = {}) {
  const file = path.join(folder, 'appraisal.json');
  writeFileSync(file, JSON.stringify({ ...head, appraisals, ...change }));
  return await runCommand('appraise', file, '--db', database, '--json');
}

test('records decisions, tells what changed, and changes nothing the second time', async () => {
  const decisions = { '1.6': { decision: 'adjusted', points: '0,5', reason: 'Thiếu phụ lục' } };
  const first = JSON.parse((await appraise(decisions)).stdout) as object;
  expect(first).toMatchObject({ stage: 'appraised', changed: ['1.6'] });
  const second = JSON.parse((await appraise(decisions)).stdout) as object;
  expect(second).toMatchObject({ ...first, changed: [] });
});

test('means the sheet of the year by its days, as apply does', async () => {
  const period = '2026-01-01/2026-12-31';
  const answers = writeAnswers(folder, { '1.6': { value: true } }, { period });
  expect((await runCommand('apply', answers, '--db', database)).stderr).toContain('không có gì mới');
  const { exitCode, stdout } = await appraise({ '1.6': { decision: 'accepted' } }, { period });
  expect({ exitCode, stdout }).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('"1.6"') as string,
  });
});

test('names every fault of the file at once and records nothing', async () => {
  const { exitCode, stdout } = await appraise(
    { '9.99': { decision: 'accepted' }, '1.6': { decision: 'perhaps' } },
    { stage: 'self', more: 1 },
  );
  expect(exitCode).not.toBe(0);
  const codes = [...stdout.matchAll(/"code": ?"([a-z-]+)"/gu)].map(([, code]) => code);
  expect(codes).toEqual(['field-unknown', 'field-missing', 'criterion-unknown', 'document-invalid']);
});

test('refuses decisions about an assessment that is not there', async () => {
  const { exitCode, stdout } = await appraise({ '1.6': { decision: 'accepted' } }, { period: '2025-Q4' });
  expect(exitCode).not.toBe(0);
  expect(stdout).toContain('assessment-unknown');
});
