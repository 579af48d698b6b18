import { describe, expect, test } from 'vitest';
import { runCommand } from '../../../test/helpers/commandLine.ts';

describe('wrong usage', () => {
  test.each<[string[], string, string]>([
    [['nope'], 'Không có lệnh “nope”', 'There is no command “nope”'],
    [['criteria', 'nope'], 'Không có lệnh “nope”', 'There is no command “nope”'],
    [[], 'Chưa nêu lệnh nào', 'No command was given'],
    [['criteria'], 'Chưa nêu lệnh nào', 'No command was given'],
    [['score'], 'Còn thiếu tham số “answers”', 'The argument “answers” is missing'],
    [['score', 'a', 'b'], 'Lệnh có thừa tham số', 'There are too many arguments'],
    [['score', 'a', '--nope'], 'Không có tùy chọn “--nope”', 'There is no option “--nope”'],
    [['list'], 'Còn thiếu tùy chọn bắt buộc “--db <file>”', 'The required option “--db <file>” is missing'],
    [['list', '--db'], 'Tùy chọn “--db <file>” còn thiếu giá trị', 'The option “--db <file>” needs a value'],
    [['apply', 'a.json'], 'Còn thiếu tùy chọn bắt buộc', 'The required option'],
    [
      ['pdf', 'a.json'],
      'Còn thiếu tùy chọn bắt buộc “--out <file>”',
      'The required option “--out <file>” is missing',
    ],
    [['pdf', '--out', 'x.pdf'], 'Lệnh pdf cần', 'The pdf command needs'],
    [['pdf', '--out', 'x.pdf', '--db', 'x'], 'Lệnh pdf cần', 'The pdf command needs'],
    [
      ['pdf', 'a.json', '--out', 'x.pdf', '--db', 'x', '--assessment', 'y'],
      'Lệnh pdf cần',
      'The pdf command needs',
    ],
  ])('%j is told in both languages and exits with 2', async (args, vietnamese, english) => {
    const inVietnamese = await runCommand(...args);
    const inEnglish = await runCommand('--lang', 'en', ...args);
    expect(inVietnamese).toMatchObject({ exitCode: 2, stdout: '' });
    expect(inVietnamese.stderr).toContain(vietnamese);
    expect(inEnglish).toMatchObject({ exitCode: 2, stdout: '' });
    expect(inEnglish.stderr).toContain(english);
  });

  test('an unknown language is wrong usage', async () => {
    const run = await runCommand('criteria', 'list', '--lang=fr');
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain('“fr”');
  });
});

describe('help', () => {
  test('is complete in both languages', async () => {
    const vietnamese = await runCommand('--help');
    const english = await runCommand('--help', '--lang', 'en');
    expect(vietnamese).toMatchObject({ exitCode: 0, stderr: '' });
    expect(vietnamese.stdout).toMatch(/^Cách dùng: thuoc-so <lệnh>/u);
    expect(english.stdout).toMatch(/^Usage: thuoc-so <command>/u);
    for (const command of ['criteria', 'units', 'score', 'path', 'pdf', 'apply', 'list']) {
      expect(english.stdout).toMatch(new RegExp(`^ {2}${command} `, 'mu'));
    }
    expect(vietnamese.stdout).not.toMatch(/Options:|display help/u);
  });

  test('each command has its own', async () => {
    const run = await runCommand('path', '--help', '--lang', 'en');
    expect(run).toMatchObject({ exitCode: 0 });
    expect(run.stdout).toContain('--threshold <id>');
  });
});
