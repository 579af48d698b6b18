import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { runCommand, writeAnswers } from '../../../test/helpers/commandLine.ts';
import { readContent, productFolder } from '../../../test/helpers/content.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import type { PathDocument } from '#shared/format/pathDocument.ts';
import type { ScoreDocument } from '#shared/format/scoreDocument.ts';
import { listSchemaFiles, schemaNames } from '#shared/format/jsonSchemas.ts';

async function jsonOf<T>(...args: readonly string[]): Promise<T> {
  const { exitCode, stdout, stderr } = await runCommand(...args, '--json');
  expect(exitCode, stderr).toBe(0);
  return JSON.parse(stdout) as T;
}

const sample = path.join(productFolder, 'resources/demo/01-phuong-hai-chau.json');

describe('criteria', () => {
  test('list names the bundled sets', async () => {
    const sets = await jsonOf<{ id: string; version: string; criteria: number }[]>('criteria', 'list');
    expect(sets.map(({ id, version, criteria }) => [id, version, criteria])).toEqual([
      ['da-nang-cap-thanh-pho', '1.0.0', 63],
      ['da-nang-phuong-xa', '1.0.0', 76],
      ['hoi-an-xa-phuong-thong-minh', '1.0.0', 51],
    ]);
    const { stdout } = await runCommand('criteria', 'list', '--lang', 'en');
    expect(stdout).toContain('Digital transformation criteria for wards and communes');
  });

  test('show gives a whole set, with or without its version', async () => {
    const name = 'hoi-an-xa-phuong-thong-minh';
    const newest = await jsonOf<{ id: string; groups: unknown[] }>('criteria', 'show', name);
    expect(newest).toEqual(await jsonOf('criteria', 'show', `${name}@1.0.0`));
    expect(newest).toMatchObject({ id: name, digest: readContent().sets[2]?.digest });
    const { stdout } = await runCommand('criteria', 'show', name);
    expect(stdout).toContain('1.1 (ha-001)');
  });

  test('check passes on what is bundled, and the published digests hold', async () => {
    const report = await jsonOf<{ ok: boolean; sets: { published: boolean }[] }>('criteria', 'check');
    expect(report).toMatchObject({ ok: true, faults: [] });
    expect(report.sets.map(({ published }) => published)).toEqual([true, true, true]);
  });

  test('check says when there is nothing to compare quotes with', async () => {
    const folder = path.join(makeTemporaryFolder(), 'absent');
    const { exitCode, stdout } = await runCommand('criteria', 'check', '--sources', folder, '--lang', 'en');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('no quote was compared');
  });

  test('schema prints a JSON Schema, and the committed files are current', async () => {
    for (const name of schemaNames) {
      expect(await jsonOf('criteria', 'schema', name)).toHaveProperty('$schema');
    }
    expect(JSON.parse((await runCommand('criteria', 'schema')).stdout)).toEqual(
      await jsonOf('criteria', 'schema', 'criteria-set'),
    );
    const folder = path.join(productFolder, 'criteria/schema');
    expect(readdirSync(folder).toSorted()).toEqual(
      listSchemaFiles()
        .map(({ file }) => file)
        .toSorted(),
    );
    for (const { file, text } of listSchemaFiles()) {
      expect(readFileSync(path.join(folder, file), 'utf8'), `run: criteria schema --write`).toBe(text);
    }
  });
});

describe('units', () => {
  test('are found by code, name, and name without diacritics', async () => {
    const byCode = await jsonOf<{ code: string; name: string }[]>(
      'units',
      'find',
      '20242',
      '--on',
      '2026-12-31',
    );
    expect(byCode[0]).toMatchObject({ code: '20242', name: 'Phường Hải Châu', validFrom: '2025-07-01' });
    expect(await jsonOf('units', 'find', 'hai', 'chau', '--on', '31/12/2026')).toMatchObject([
      { code: '20242' },
    ]);
    const nfd = 'Hải Châu'.normalize('NFD');
    expect(await jsonOf('units', 'find', nfd, '--on', '2026-12-31')).toMatchObject([{ code: '20242' }]);
  });

  test('nothing found is an empty list and a sentence', async () => {
    expect(await runCommand('units', 'find', 'qqq', '--json', '--lang', 'en')).toEqual({
      exitCode: 0,
      stdout: '[]\n',
      stderr: 'No unit was found for “qqq”.\n',
    });
  });
});

describe('score', () => {
  test('an empty file is open between 0 and 100 %', async () => {
    const file = writeAnswers(makeTemporaryFolder(), {});
    const score = await jsonOf<ScoreDocument>('score', file);
    expect(score).toMatchObject({
      points: '0',
      max: '99',
      percent: '0',
      floorPercent: '0',
      ceilingPercent: '100',
    });
    expect(score).toMatchObject({ criteriaMet: 0, criteriaApplicable: 69, band: null, total: '0' });
    expect(score.verdicts.map(({ state }) => state)).toEqual(['open', 'open', 'open']);
  });

  test('the figures for people follow the language; the exact ones do not', async () => {
    const file = writeAnswers(makeTemporaryFolder(), { '3.3': { value: { numerator: 1, denominator: 6 } } });
    const vietnamese = await jsonOf<ScoreDocument>('score', file);
    const english = await jsonOf<ScoreDocument>('score', file, '--lang', 'en');
    expect(vietnamese.display).toMatchObject({ points: '0,25', max: '99', percent: '0,25 %' });
    expect(english.display).toMatchObject({ points: '0.25', max: '99', percent: '0.25 %' });
    expect({ ...vietnamese, display: null }).toEqual({ ...english, display: null });
    expect(vietnamese.percent).toBe('25/99');
    expect((await runCommand('score', file)).stdout).toContain('0,25 / 99');
  });

  test('an attached file is evidence even without a number', async () => {
    const folder = makeTemporaryFolder();
    writeFileSync(path.join(folder, 'quyết định.pdf'.normalize('NFD')), 'x');
    const named = (file: string): object => ({ '1.6': { value: true, evidence: [{ file }] } });
    const score = await jsonOf<ScoreDocument>('score', writeAnswers(folder, named('quyết định.pdf')));
    expect(score.evidenced.points).toBe('1/2');
  });
});

describe('path', () => {
  test('every plan really reaches the threshold when its values are answered', async () => {
    const folder = makeTemporaryFolder();
    const file = writeAnswers(folder, {
      '1.6': { value: true },
      '2.4': { value: { numerator: 1, denominator: 40 } },
    });
    for (const threshold of ['points-80', 'criteria-80']) {
      const found = await jsonOf<PathDocument>('path', file, '--threshold', threshold);
      expect(found).toMatchObject({ state: 'paths', threshold: { id: threshold, at: '80' } });
      for (const plan of found.paths) {
        expect(new Fraction(plan.gain).gte(found.need)).toBe(true);
        const answers = Object.fromEntries(plan.steps.map(({ id, to }) => [id, { value: to }]));
        const rest = 'px-006' in answers ? {} : { '1.6': { value: true } };
        const afterwards = writeAnswers(path.join(folder, 'after'), { ...rest, ...answers });
        const after = await jsonOf<ScoreDocument>('score', afterwards);
        expect(await jsonOf('path', afterwards, '--threshold', threshold)).toMatchObject({
          state: 'reached',
          need: '0',
          paths: [],
        });
        expect(after.verdicts.find(({ id }) => id === threshold)?.state).toBe('reached');
      }
    }
  });

  test('an effort set by the officer changes the plan', async () => {
    const file = writeAnswers(makeTemporaryFolder(), {});
    const usual = await jsonOf<PathDocument>('path', file);
    const code = usual.paths[0]?.steps[0]?.code ?? '';
    const changed = await jsonOf<PathDocument>('path', file, '--effort', `${code}=100`);
    expect(changed.paths[0]?.steps.map((step) => step.code)).not.toContain(code);
  });
});

describe('apply, list and pdf', () => {
  test('the answers are stored once, found again, changed, and printed', async () => {
    const folder = makeTemporaryFolder();
    const db = path.join(folder, 'data.sqlite');
    writeFileSync(path.join(folder, 'a.pdf'), 'evidence');
    const answers = {
      '1.6': { value: true, evidence: [{ number: '1/KH', file: 'a.pdf' }] },
      '4.3': { notApplicable: 'x' },
    };
    const file = writeAnswers(folder, answers);
    const first = await jsonOf<{ id: string }>('apply', file, '--db', db);
    expect(first).toMatchObject({ created: true, changed: ['1.6', '4.3'], edits: 3 });
    const digest = createHash('sha256').update('evidence').digest('hex');
    expect(readFileSync(path.join(folder, 'evidence', digest.slice(0, 2), digest), 'utf8')).toBe('evidence');

    const again = await runCommand('apply', file, '--db', db, '--lang', 'en');
    expect(again).toEqual({
      exitCode: 0,
      stdout: `${first.id}\n`,
      stderr: 'The file holds nothing new; the assessment is unchanged.\n',
    });

    writeAnswers(folder, { '4.3': { value: { numerator: 1, denominator: 2 } } });
    expect(await jsonOf('apply', file, '--db', db)).toEqual({
      id: first.id,
      created: false,
      changed: ['4.3'],
      edits: 2,
    });

    const listed = await jsonOf<unknown[]>('list', '--db', db);
    expect(listed).toMatchObject([
      { id: first.id, unit: { code: '20242' }, period: '2026', standing: { percent: '50/33' } },
    ]);
    expect((await runCommand('list', '--db', db)).stdout).toContain('Phường Hải Châu');

    const out = path.join(folder, 'card.pdf');
    writeFileSync(out, 'an older card');
    expect(await jsonOf('pdf', '--db', db, '--assessment', first.id, '--out', out)).toMatchObject({
      file: out,
    });
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('a card is printed from an answers file alone', async () => {
    const out = path.join(makeTemporaryFolder(), 'card.pdf');
    const { exitCode, stdout, stderr } = await runCommand('pdf', sample, '--out', out, '--lang', 'en');
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 0,
      stdout: `${out}\n`,
      stderr: `The scorecard was written to ${out}.\n`,
    });
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('a card that cannot be written leaves nothing half', async () => {
    const out = path.join(makeTemporaryFolder(), 'absent', 'card.pdf');
    const { exitCode, stderr } = await runCommand('pdf', sample, '--out', out);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('[file-not-writable]');
    expect(existsSync(path.dirname(out))).toBe(false);
    const below = await runCommand('pdf', sample, '--out', path.join(sample, 'card.pdf'));
    expect(below.exitCode).toBe(1);
    expect(below.stderr).toContain('[file-not-writable]');
  });

  test('an unknown assessment is refused', async () => {
    const folder = makeTemporaryFolder();
    const db = path.join(folder, 'data.sqlite');
    await runCommand('apply', writeAnswers(folder, { '1.6': { value: true } }), '--db', db);
    const run = await runCommand('pdf', '--db', db, '--assessment', 'x', '--out', path.join(folder, 'x.pdf'));
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain('[assessment-unknown]');
  });
});
