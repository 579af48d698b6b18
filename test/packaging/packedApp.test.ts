import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/bootstrap.mjs';
import packageFile from '../../package.json' with { type: 'json' };

// Packs for real, with electron-builder and electron-builder.yml, around files that stand in for Electron's runtime;
// what is asserted is what lies in the packages.
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'packed-app-'));
  makeStandInRuntime(path.join(folder, 'runtime'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The files that electron-builder looks for; in the programs the fuses, all as Electron ships them. */
function makeStandInRuntime(runtime: string): void {
  mkdirSync(path.join(runtime, 'locales'), { recursive: true });
  mkdirSync(path.join(runtime, 'resources'));
  // https://github.com/electron/fuses: sentinel, version of the wire, number of fuses, one character for each.
  const wire = Buffer.concat([Buffer.from(fuseSentinel), Buffer.from([1, 8]), Buffer.from('10110001')]);
  for (const name of ['electron', 'electron.exe'])
    writeFileSync(path.join(runtime, name), wire, { mode: 0o755 });
  for (const language of ['de', 'en-US', 'vi'])
    writeFileSync(path.join(runtime, 'locales', `${language}.pak`), '');
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(path.join(runtime, name), name);
}

/** Runs `electron-builder` into a folder of its own, and gives the unpacked package. */
function pack(system: 'linux' | 'win', ...words: readonly string[]): string {
  const output = path.join(folder, system);
  const ran = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules', 'electron-builder', 'cli.js'),
      `--${system}`,
      'dir',
      '--config',
      'electron-builder.yml',
      `-c.electronDist=${path.join(folder, 'runtime')}`,
      `-c.directories.output=${output}`,
      ...words,
    ],
    // A proxy that refuses everything: packing must not need the network.
    { cwd: root, encoding: 'utf8', env: { ...process.env, HTTPS_PROXY: 'http://127.0.0.1:1' } },
  );
  expect(ran.status, `${ran.stdout}${ran.stderr}`).toBe(0);
  return path.join(output, `${system}-unpacked`);
}

/** The packed app as a folder: what is in the archive, with what lies unpacked beside it. */
function extract(unpacked: string): string {
  const app = path.join(folder, `${path.basename(unpacked)}-app`);
  const archive = path.join(unpacked, 'resources', 'app.asar');
  const tool = path.join(root, 'node_modules', '@electron', 'asar', 'bin', 'asar.js');
  execFileSync(process.execPath, [tool, 'extract', archive, app]);
  cpSync(`${archive}.unpacked`, app, { recursive: true });
  return app;
}

function listFiles(place: string): readonly string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)));
}

/** The eight fuses of a packed program, in Electron's order: 0 off, 1 on. */
function readFuses(program: string): string {
  const bytes = readFileSync(program);
  const at = bytes.indexOf(fuseSentinel) + fuseSentinel.length + 2;
  return bytes.toString('latin1', at, at + 8);
}

/** Off: run as Node, NODE_OPTIONS, inspector, snapshot of its own, file: privileges. On: cookies encrypted, archive verified, archive only. */
const safeFuses = '01001100';

test('the Linux package holds what runs, one native binary, and works on its own', () => {
  const unpacked = pack('linux');
  expect(readFuses(path.join(unpacked, 'thuoc-so'))).toBe(safeFuses);
  expect(readdirSync(path.join(unpacked, 'locales')).toSorted()).toEqual(['en-US.pak', 'vi.pak']);
  expect(readdirSync(path.join(unpacked, 'resources'))).toEqual(
    expect.arrayContaining(['LICENSE.txt', 'NOTICE.txt', 'THIRD-PARTY-NOTICES.md']),
  );
  const app = extract(unpacked);
  const files = listFiles(app);
  expect(files.filter((file) => file.endsWith('.node'))).toEqual([
    'node_modules/better-sqlite3/prebuilds/linux-x64.node',
  ]);
  const tops = new Set(files.map((file) => file.split(path.sep)[0] ?? ''));
  expect([...tops].toSorted()).toEqual(['criteria', 'node_modules', 'out', 'package.json', 'resources']);
  expect(files.filter((file) => /\.test\.|\.tsx?$|\.map$|\.pem$|\.key$/u.test(file))).toEqual([]);
  const screenLibraries = ['react', 'react-dom', '@mantine/core', '@tabler/icons-react', 'zustand'];
  for (const name of screenLibraries) expect(files.join('\n')).not.toContain(`node_modules/${name}/`);
  const bytes = readFileSync(path.join(unpacked, 'resources', 'app.asar')).length;
  expect(bytes / 1024 / 1024).toBeLessThan(42);

  const ran = spawnSync(
    process.execPath,
    [path.join(import.meta.dirname, 'runPackedApp.ts'), `--data=${folder}/data`],
    {
      encoding: 'utf8',
      env: { ...process.env, PACKED_APP: app },
    },
  );
  expect(ran.status, ran.stderr).toBe(0);
  const seen: unknown = JSON.parse(ran.stdout);
  expect(seen).toMatchObject({
    version: packageFile.version,
    page: [200, true],
    outside: 404,
    encrypted: 'age-encryption.org/v1\n',
    preload: path.join('out', 'preload', 'preload.cjs'),
  });
  const { sizes } = seen as { sizes: Record<string, number> };
  expect(sizes['pdf']).toBeGreaterThan(20_000);
  expect(sizes['docx']).toBeGreaterThan(8_000);
}, 180_000);

test('the Windows package holds the Windows binary and no other', () => {
  // The stand-in is no Windows program, so nothing can be written into its resources.
  const unpacked = pack('win', '-c.disableAsarIntegrity=true', '-c.win.signAndEditExecutable=false');
  expect(readFuses(path.join(unpacked, 'thuoc-so.exe'))).toBe(safeFuses);
  const natives = listFiles(unpacked).filter((file) => file.endsWith('.node'));
  expect(natives.map((file) => path.basename(file))).toEqual(['win32-x64.node']);
}, 180_000);

test('electron-builder refuses a setting that its schema does not know', () => {
  const ran = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules', 'electron-builder', 'cli.js'),
      '--linux',
      'dir',
      '--config',
      'electron-builder.yml',
      '-c.nsis.perMachines=true',
    ],
    { cwd: root, encoding: 'utf8' },
  );
  expect(ran.status).not.toBe(0);
  expect(`${ran.stdout}${ran.stderr}`).toContain('configuration.nsis should be one of these');
}, 60_000);
