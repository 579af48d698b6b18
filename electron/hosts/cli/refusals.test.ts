import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand, writeAnswers } from '../../../test/helpers/commandLine.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';

interface RefusalDocument {
  readonly errors: readonly { readonly code: string; readonly place: string; readonly message: string }[];
}

function writeText(content: string | Uint8Array): string {
  const file = path.join(makeTemporaryFolder(), 'answers.json');
  writeFileSync(file, content);
  return file;
}

async function refusedCodes(...args: readonly string[]): Promise<readonly string[]> {
  const { exitCode, stdout } = await runCommand(...args, '--json');
  expect(exitCode).toBe(1);
  return (JSON.parse(stdout) as RefusalDocument).errors.map(({ code }) => code);
}

describe('a file that is no answers file', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['broken JSON', '{"format":"thuoc-so-answers",', 'json-malformed'],
    ['an empty file', '', 'json-malformed'],
    ['another format', '{"format":"other","version":1}', 'format-unknown'],
    ['a newer version', '{"format":"thuoc-so-answers","version":2,"new":true}', 'format-too-new'],
    ['UTF-16 from an old Notepad', Buffer.from('\uFEFF{"format":1}', 'utf16le'), 'encoding-unknown'],
    ['UTF-16 without its mark', Buffer.from('{"format":1}', 'utf16le'), 'encoding-unknown'],
    ['an old Vietnamese encoding', Buffer.from([0x7b, 0x22, 0xb8, 0xe2, 0x22, 0x7d]), 'encoding-unknown'],
    ['endless nesting', '['.repeat(300_000) + ']'.repeat(300_000), 'json-too-deep'],
    ['more than 10 MB', `"${'x'.repeat(10 * 1024 * 1024)}"`, 'file-too-large'],
  ])('%s is refused by name', async (_name, content, code) => {
    expect(await refusedCodes('score', writeText(content))).toEqual([code]);
  });

  test('a file that is not there, and a folder', async () => {
    const folder = makeTemporaryFolder();
    expect(await refusedCodes('score', path.join(folder, 'none.json'))).toEqual(['file-not-found']);
    expect(await refusedCodes('score', folder)).toEqual(['file-unreadable']);
  });

  test('UTF-8 with a byte order mark is read', async () => {
    const file = writeAnswers(makeTemporaryFolder(), {});
    writeFileSync(file, `\uFEFF${readFileSync(file, 'utf8')}`);
    expect((await runCommand('score', file)).exitCode).toBe(0);
  });
});

describe('bad answers', () => {
  const bad = {
    '1.1': { value: { parts: ['z', { numerator: 3, denominator: 0 }] }, evidence: [{ file: 'nix.pdf' }] },
    '2.4': { value: { numerator: 5, denominator: 4 } },
    '1.5': { value: -1 },
    '7.4': { value: ['a'] },
    '11.3': { value: '2,5' },
    '99.9': { value: true },
  };
  const expected = [
    'answers.1.1.evidence.0.file evidence-file-missing',
    'answers.1.1.value.parts.0 option-unknown',
    'answers.1.1.value.parts.1.denominator denominator-zero',
    'answers.1.5.value number-negative',
    'answers.11.3.value points-above-maximum',
    'answers.2.4.value.numerator numerator-above-denominator',
    'answers.7.4 criterion-does-not-apply',
    'answers.99.9 criterion-unknown',
  ];

  test.each(['score', 'path', 'pdf', 'apply'])(
    '%s lists every fault at once and writes nothing',
    async (command) => {
      const folder = makeTemporaryFolder();
      const file = writeAnswers(folder, bad);
      const out = path.join(folder, command === 'apply' ? 'data.sqlite' : 'card.pdf');
      const target = { pdf: ['--out', out], apply: ['--db', out] }[command] ?? [];
      const { exitCode, stdout, stderr } = await runCommand(command, file, ...target, '--json');
      expect(exitCode).toBe(1);
      const { errors } = JSON.parse(stdout) as RefusalDocument;
      expect(errors.map(({ place, code }) => `${place} ${code}`).toSorted()).toEqual(expected);
      const lines = stderr.trimEnd().split('\n');
      for (const line of expected) {
        const [place = '', code = ''] = line.split(' ');
        expect(lines.some((told) => told.startsWith(`${place}: `) && told.endsWith(` [${code}]`))).toBe(true);
      }
      expect(lines).toHaveLength(expected.length);
      expect(existsSync(out)).toBe(false);
    },
  );

  test('without --json nothing stands on stdout, and the sentences are in the language asked for', async () => {
    const file = writeAnswers(makeTemporaryFolder(), { '2.4': { value: { numerator: 1, denominator: 0 } } });
    const vietnamese = await runCommand('score', file);
    const english = await runCommand('score', file, '--lang', 'en');
    expect(vietnamese).toMatchObject({ exitCode: 1, stdout: '' });
    expect(vietnamese.stderr).toContain('answers.2.4.value.denominator: Mẫu số bằng 0');
    expect(english.stderr).toContain('answers.2.4.value.denominator: The denominator is 0');
  });

  test('unknown set, unit and period are named', async () => {
    const changes = { criteriaSet: 'khac', unit: '00000', period: '2026-13' };
    const file = writeAnswers(makeTemporaryFolder(), {}, changes);
    expect(await refusedCodes('score', file)).toEqual([
      'criteria-set-unknown',
      'period-malformed',
      'unit-unknown',
    ]);
  });
});

describe('options that are refused', () => {
  test('unknown threshold and malformed efforts, together', async () => {
    const file = writeAnswers(makeTemporaryFolder(), {});
    const efforts = ['1.1', '1.1=0', '1.1=101', '9.99=2'].flatMap((effort) => ['--effort', effort]);
    expect(await refusedCodes('path', file, '--threshold', 'x', ...efforts)).toEqual([
      'threshold-unknown',
      'effort-malformed',
      'effort-malformed',
      'effort-malformed',
      'criterion-unknown',
    ]);
  });

  test('an unknown set, schema or day', async () => {
    expect(await refusedCodes('criteria', 'show', 'da-nang-phuong-xa@9.9.9')).toEqual([
      'criteria-set-unknown',
    ]);
    expect(await refusedCodes('criteria', 'schema', 'x')).toEqual(['schema-unknown']);
    expect(await refusedCodes('units', 'find', 'x', '--on', '31/02/2026')).toEqual(['date-malformed']);
  });

  test('a database that is not there is not made', async () => {
    const file = path.join(makeTemporaryFolder(), 'none.sqlite');
    expect(await refusedCodes('list', '--db', file)).toEqual(['database-not-found']);
    const out = path.join(makeTemporaryFolder(), 'card.pdf');
    expect(await refusedCodes('pdf', '--db', file, '--assessment', 'x', '--out', out)).toEqual([
      'database-not-found',
    ]);
    expect(existsSync(file) || existsSync(out)).toBe(false);
  });

  test('a file that is no database is left alone', async () => {
    const file = writeText('not a database');
    expect(await refusedCodes('list', '--db', file)).toEqual(['database-not-ours']);
  });

  test('a content folder that cannot be read is told without a stack', async () => {
    const folder = makeTemporaryFolder();
    mkdirSync(path.join(folder, 'sets'));
    const { exitCode, stderr } = await runCommand('criteria', 'list', '--content', folder, '--lang', 'en');
    expect(exitCode).toBe(1);
    expect(stderr).not.toMatch(/\n\s+at /u);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
