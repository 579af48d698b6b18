import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { runCommand } from '../../../test/helpers/commandLine.ts';
import { productFolder } from '../../../test/helpers/content.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { answersFileSchema } from '#shared/format/answersFile.ts';
import { appraisalFileSchema } from '#shared/format/appraisalFile.ts';

const page = readFileSync(path.join(productFolder, 'docs/cli.md'), 'utf8');
const [answers, appraisal] = ['answers', 'appraisal'].map(fileOfPage) as [string, string];

function fileOfPage(name: string): string {
  const block = new RegExp(`<!-- file: ${name}\\.json -->\\s+\`\`\`json\\n(.*?)\`\`\``, 'su').exec(page);
  return block?.[1] ?? '';
}

const examples = [
  .../## Examples.*?```sh\n(.*?)```/su.exec(page)![1]!.matchAll(/^npm run -s cli -- (.*)$/gmu),
].map(([, line = '']) => line);

/** What follows `#` in an example; 0 where nothing does. */
function exitCodeOf(line: string): number {
  return Number(/# exit code (\d)$/u.exec(line)?.[1] ?? 0);
}

/** Files named in an example are looked for in `folder`. */
function argumentsOf(line: string, folder: string): readonly string[] {
  return [...line.replace(/ #.*$/u, '').matchAll(/"([^"]*)"|(\S+)/gu)]
    .map(([, quoted, plain]) => quoted ?? plain ?? '')
    .map((word) =>
      /\.(?:json|pdf|sqlite|xlsx)$|^(?:packages|open-data)\//u.test(word) ? path.join(folder, word) : word,
    );
}

// Dozens of commands, some of which print.
const minutes = 5 * 60_000;

test(
  'every example of the page does what it says',
  async () => {
    expect(examples.length).toBeGreaterThan(9);
    const folder = makeTemporaryFolder();
    writeFileSync(path.join(folder, 'answers.json'), answers);
    writeFileSync(path.join(folder, 'appraisal.json'), appraisal);
    for (const line of examples) {
      const { exitCode, stdout, stderr } = await runCommand(...argumentsOf(line, folder));
      const expected = exitCodeOf(line);
      expect({ line, exitCode, stderr: exitCode === expected ? '' : stderr }).toEqual({
        line,
        exitCode: expected,
        stderr: '',
      });
      expect(stdout).not.toBe('');
      if (line.includes('--json')) JSON.parse(stdout);
    }
    expect(existsSync(path.join(folder, 'card.pdf'))).toBe(true);
  },
  minutes,
);

test('the files of the page fit their published schemas', () => {
  expect(z.safeParse(answersFileSchema, JSON.parse(answers)).error).toBeUndefined();
  expect(z.safeParse(appraisalFileSchema, JSON.parse(appraisal)).error).toBeUndefined();
});

test('the page names every field that an import prints', async () => {
  const folder = makeTemporaryFolder();
  const demo = path.join(folder, 'demo');
  await runCommand('demo', '--out', demo, '--units', '1');
  const { stdout } = await runCommand('import', '--db', path.join(folder, 'city.sqlite'), demo, '--json');
  const { files } = JSON.parse(stdout) as { readonly files: readonly object[] };
  for (const field of new Set(files.flatMap((file) => Object.keys(file)))) {
    expect(page).toMatch(new RegExp(`["\`]${field}["\`]`, 'u'));
  }
});

test('the page names every field of the score and of a path', async () => {
  const file = path.join(makeTemporaryFolder(), 'answers.json');
  writeFileSync(file, answers);
  for (const command of ['score', 'path']) {
    const { stdout } = await runCommand(command, file, '--json');
    for (const field of Object.keys(JSON.parse(stdout) as object)) expect(page).toContain(`\`${field}\``);
  }
});

test('the page names every field that a synchronisation prints', async () => {
  const folder = makeTemporaryFolder();
  writeFileSync(path.join(folder, 'answers.json'), answers);
  const database = path.join(folder, 'data.sqlite');
  await runCommand('apply', path.join(folder, 'answers.json'), '--db', database);
  const { stdout } = await runCommand('sync', '--db', database, '--target', folder, '--json');
  for (const field of Object.keys(JSON.parse(stdout) as object)) expect(page).toContain(`\`${field}\``);
});
