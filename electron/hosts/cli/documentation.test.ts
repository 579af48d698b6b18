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

/** Files named in an example are looked for in `folder`. */
function argumentsOf(line: string, folder: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/gu)]
    .map(([, quoted, plain]) => quoted ?? plain ?? '')
    .map((word) => (/\.(?:json|pdf|sqlite)$/u.test(word) ? path.join(folder, word) : word));
}

test('every example of the page does what it says', async () => {
  expect(examples.length).toBeGreaterThan(9);
  const folder = makeTemporaryFolder();
  writeFileSync(path.join(folder, 'answers.json'), answers);
  writeFileSync(path.join(folder, 'appraisal.json'), appraisal);
  for (const line of examples) {
    const { exitCode, stdout, stderr } = await runCommand(...argumentsOf(line, folder));
    expect({ line, exitCode, stderr: exitCode === 0 ? '' : stderr }).toEqual({
      line,
      exitCode: 0,
      stderr: '',
    });
    expect(stdout).not.toBe('');
    if (line.includes('--json')) JSON.parse(stdout);
  }
  expect(existsSync(path.join(folder, 'card.pdf'))).toBe(true);
});

test('the files of the page fit their published schemas', () => {
  expect(z.safeParse(answersFileSchema, JSON.parse(answers)).error).toBeUndefined();
  expect(z.safeParse(appraisalFileSchema, JSON.parse(appraisal)).error).toBeUndefined();
});

test('the page names every field of the score and of a path', async () => {
  const file = path.join(makeTemporaryFolder(), 'answers.json');
  writeFileSync(file, answers);
  for (const command of ['score', 'path']) {
    const { stdout } = await runCommand(command, file, '--json');
    for (const field of Object.keys(JSON.parse(stdout) as object)) expect(page).toContain(`\`${field}\``);
  }
});
