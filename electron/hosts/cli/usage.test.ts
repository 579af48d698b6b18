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
    [['import', 'a.thuocso'], 'Còn thiếu tùy chọn bắt buộc', 'The required option “--db <file>”'],
    [['import', '--db', 'x'], 'Còn thiếu tham số “files”', 'The argument “files” is missing'],
    [['verify'], 'Còn thiếu tham số “package”', 'The argument “package” is missing'],
    [
      ['export', '--db', 'x', '--assessment', 'y'],
      'Còn thiếu tùy chọn bắt buộc “--out <folder>”',
      'The required option “--out <folder>” is missing',
    ],
    [
      ['export', '--db=x', '--assessment=y', '--out=z', '--encrypt-to', 'age1', '--passphrase-file', 'p'],
      'Không dùng “--passphrase-file <file>” cùng với',
      '“--passphrase-file <file>” cannot be used together',
    ],
    [['resolve', '--db', 'x'], 'Lệnh resolve cần', 'The resolve command needs'],
    [
      ['resolve', '--db=x', '--assessment=y', '--criterion=1.1', '--choose=1', '--value=2'],
      'Lệnh resolve cần',
      'The resolve command needs',
    ],
    [['resolve', 'a.json', '--db=x', '--choose=1'], 'Lệnh resolve cần', 'The resolve command needs'],
    [['demo', '--out', 'x', '--units', '0'], 'không nhận giá trị “0”', 'does not take the value “0”'],
    [
      ['lineage', '--db=x', '--assessment=y', '--criterion=1.1', '--stage=nope'],
      'không nhận giá trị “nope”',
      'does not take the value “nope”',
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
    const known = [
      'criteria',
      'units',
      'score',
      'path',
      'pdf',
      'apply',
      'list',
      'demo',
      'digest',
      'lineage',
      'keys',
    ];
    for (const command of [...known, 'export', 'verify', 'import', 'undo-import', 'conflicts', 'resolve']) {
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
