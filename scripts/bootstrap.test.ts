import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

/**
 * Plays npm: writes its arguments to a log, then installs one package and, when asked for it, the Node that runs
 * these tests. With `FAKE_NPM_FAILS` it fails as it does without a network.
 */
const fakeNpm = `
const fs = require('node:fs');
fs.appendFileSync('npm.log', process.argv.slice(2).join(' ') + '\\n');
console.log('npm talks on stdout');
if (process.env.FAKE_NPM_FAILS) process.exit(1);
if (process.argv[2] === 'ci') {
  fs.mkdirSync('node_modules/a', { recursive: true });
  fs.writeFileSync('node_modules/a/package.json', '{}');
  fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
} else {
  const target = 'node_modules/node/bin/' + (process.platform === 'win32' ? 'node.exe' : 'node');
  fs.mkdirSync('node_modules/node/bin', { recursive: true });
  if (process.platform === 'win32') fs.copyFileSync(process.env.REAL_NODE, target);
  else fs.symlinkSync(process.env.REAL_NODE, target);
}
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'thước số '));
  mkdirSync(path.join(folder, 'scripts'));
  for (const name of ['bootstrap.mjs', 'installLock.mjs', 'run.mjs']) {
    copyFileSync(path.join(import.meta.dirname, name), path.join(folder, 'scripts', name));
  }
  write('package.json', JSON.stringify({ type: 'module', dependencies: { a: '1.0.0' } }));
  writeLock('sha512-one');
  write('npm-cli.js', fakeNpm.replaceAll('require(', 'process.getBuiltinModule('));
  write('show.mjs', `console.log(JSON.stringify(process.argv.slice(2))); process.exit(5);`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  writeFileSync(path.join(folder, name), text);
}

function writeLock(integrity: string): void {
  write('package-lock.json', JSON.stringify({ packages: { '': {}, 'node_modules/a': { integrity } } }));
}

function readNpmLog(): readonly string[] {
  const log = path.join(folder, 'npm.log');
  if (!existsSync(log)) return [];
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  rmSync(log);
  return lines.map((line) => line.replace(/ --.*/u, ''));
}

function run(
  environment: NodeJS.ProcessEnv = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const env = {
    ...process.env,
    npm_execpath: path.join(folder, 'npm-cli.js'),
    REAL_NODE: process.execPath,
    ...environment,
  };
  const child = spawn(
    process.execPath,
    [path.join(folder, 'scripts', 'run.mjs'), 'show.mjs', 'a b', '--json'],
    { env },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

describe('the bootstrap', () => {
  test('installs in a fresh clone and passes arguments, output and exit code on', async () => {
    expect(await run()).toMatchObject({ code: 5, stdout: '["a b","--json"]\n' });
    expect(readNpmLog()).toEqual(['ci', 'rebuild node']);
  });

  test('installs nothing when nothing is missing', async () => {
    await run();
    readNpmLog();
    expect(await run()).toEqual({ code: 5, stdout: '["a b","--json"]\n', stderr: '' });
    expect(readNpmLog()).toEqual([]);
  });

  test('installs again when the lock file has changed', async () => {
    await run();
    readNpmLog();
    writeLock('sha512-two');
    expect(await run()).toMatchObject({ code: 5 });
    expect(readNpmLog()).toEqual(['ci']);
  });

  test('leaves alone what somebody has installed by hand', async () => {
    await run();
    readNpmLog();
    writeLock('sha512-two');
    copyFileSync(
      path.join(folder, 'package-lock.json'),
      path.join(folder, 'node_modules', '.package-lock.json'),
    );
    expect(await run()).toMatchObject({ code: 5 });
    expect(readNpmLog()).toEqual([]);
  });

  test('says in both languages what to do when the installation fails, and nothing on stdout', async () => {
    const { code, stdout, stderr } = await run({ FAKE_NPM_FAILS: '1' });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('Hãy kiểm tra mạng');
    expect(stderr).toContain('Check the network');
    expect(await run()).toMatchObject({ code: 5 });
  });

  test('installs once when two commands start at the same moment', async () => {
    const ended = await Promise.all([run(), run(), run()]);
    expect(ended.map(({ code }) => code)).toEqual([5, 5, 5]);
    expect(readNpmLog()).toEqual(['ci', 'rebuild node']);
  });

  test('takes over the lock of a process that is gone', async () => {
    mkdirSync(path.join(folder, '.cache'));
    write(path.join('.cache', 'installing.lock'), '999999999');
    expect(await run()).toMatchObject({ code: 5 });
  });
});
