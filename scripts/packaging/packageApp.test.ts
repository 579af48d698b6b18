import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { overBudget, readBundleBudget, weighBundle } from './bundleBudget.ts';
import { findElectronSource } from './electronSource.ts';
import { packageApp, type PackagingTools } from './packageApp.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'packaging '));
  write('node_modules/electron/package.json', '{ "version": "45.0.0" }');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function tools(given: Partial<PackagingTools> = {}) {
  const said: string[] = [];
  const pack = vi.fn<PackagingTools['pack']>(() => 0);
  return {
    said,
    pack,
    all: {
      build: () => null,
      overBudget: () => [],
      findElectron: () => Promise.resolve({ kind: 'network' as const }),
      pack,
      say: (...lines: readonly string[]) => void said.push(...lines),
      ...given,
    },
  };
}

test('without the runtime of Electron packaging says so in one sentence of each language and builds nothing', async () => {
  const build = vi.fn<() => null>(() => null);
  const findElectron = () => findElectronSource(folder, {}, () => Promise.resolve(false));
  const { said, pack, all } = tools({ findElectron, build });
  expect(await packageApp(['--linux'], all)).toBe(3);
  expect(said).toHaveLength(2);
  expect(said[0]).toContain('không lấy được phần chạy của Electron');
  expect(said[1]).toContain('v45.0.0/SHASUMS256.txt');
  expect(build).not.toHaveBeenCalled();
  expect(pack).not.toHaveBeenCalled();
});

test('a folder with the runtime takes the place of the network, and is never asked for over it', async () => {
  const answers = vi.fn<() => Promise<boolean>>(() => Promise.resolve(false));
  const findElectron = () => findElectronSource(folder, { THUOC_SO_ELECTRON_DIST: folder }, answers);
  const { pack, all } = tools({ findElectron });
  expect(await packageApp(['--linux', 'dir'], all)).toBe(0);
  expect(pack).toHaveBeenCalledWith(['--linux', 'dir', `-c.electronDist=${folder}`]);
  expect(answers).not.toHaveBeenCalled();
  const missing = path.join(folder, 'not there');
  expect(await findElectronSource(folder, { THUOC_SO_ELECTRON_DIST: missing }, answers)).toEqual({
    kind: 'unreachable',
    address: missing,
  });
});

test('a mirror of the runtime is asked where one is named', async () => {
  const asked: string[] = [];
  const answers = (address: string) => Promise.resolve(asked.push(address) > 0);
  const source = await findElectronSource(folder, { ELECTRON_MIRROR: 'https://mirror.example/' }, answers);
  expect(source).toEqual({ kind: 'network' });
  expect(asked).toEqual(['https://mirror.example/v45.0.0/SHASUMS256.txt']);
});

test('a build that fails or is too heavy is not packed', async () => {
  const failing = tools({ build: () => 'no such module' });
  expect(await packageApp([], failing.all)).toBe(1);
  expect(failing.said.join()).toContain('no such module');
  const heavy = tools({ overBudget: () => ['main weighs 9 KiB; its budget is 8 KiB'] });
  expect(await packageApp([], heavy.all)).toBe(1);
  expect(heavy.said.join()).toContain('main weighs 9 KiB');
  expect([...failing.pack.mock.calls, ...heavy.pack.mock.calls]).toEqual([]);
});

test('a build is weighed part by part, and every part has a budget', () => {
  write('out/main/main.js', 'x'.repeat(2048));
  write('out/main/chunks/a.js', 'x'.repeat(10));
  write('out/preload/preload.cjs', 'x');
  write('out/renderer/index.html', '<script src="/assets/index-1.js"></script>');
  write('out/renderer/assets/index-1.js', 'x'.repeat(1024));
  write('out/renderer/assets/later-2.js', 'x'.repeat(1024));
  write('out/renderer/guide/desk.png', 'x');
  const weights = weighBundle(folder);
  expect(weights).toMatchObject({ main: 3, preload: 1, firstScreenScripts: 1, screensScripts: 2 });
  expect(Object.keys(readBundleBudget()).toSorted()).toEqual(Object.keys(weights).toSorted());
  expect(overBudget(weights, { ...weights, main: 2 })).toEqual(['main weighs 3 KiB; its budget is 2 KiB']);
  expect(overBudget({ main: 1 }, {})).toEqual(['main weighs 1 KiB and has no budget']);
});
