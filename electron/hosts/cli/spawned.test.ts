import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { spawnCommand, writeAnswers } from '../../../test/helpers/commandLine.ts';
import { productFolder } from '../../../test/helpers/content.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';

test('the real process keeps results and messages apart, and its exit codes', async () => {
  const folder = makeTemporaryFolder();
  writeAnswers(folder, { '1.6': { value: true } });
  const done = await spawnCommand(['score', 'answers.json', '--json'], folder);
  expect(done).toMatchObject({ exitCode: 0, stderr: '' });
  expect(JSON.parse(done.stdout)).toMatchObject({ points: '1/2' });
  writeAnswers(folder, { '1.6': { value: 1 } });
  const refused = await spawnCommand(['score', 'answers.json'], folder);
  expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
  expect(refused.stderr).toContain('answers.1.6.value');
  expect((await spawnCommand(['score'], folder)).exitCode).toBe(2);
});

test('a reader that closes the pipe early ends it quietly', async () => {
  const main = path.join(productFolder, 'electron/hosts/cli/main.ts');
  const script = `"${process.execPath}" "${main}" criteria show da-nang-phuong-xa --json | head -c 10; echo " \${PIPESTATUS[0]}"`;
  const { stdout, stderr } = await promisify(execFile)('bash', ['-c', script]);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/ 0\n$/u);
});

test('a full disk behind stdout is told in one sentence', async () => {
  const main = path.join(productFolder, 'electron/hosts/cli/main.ts');
  const script = `"${process.execPath}" "${main}" criteria list --lang en > /dev/full`;
  await expect(promisify(execFile)('bash', ['-c', script])).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^The disk is full.* \[disk-full\]\n$/u) as string,
  });
});
