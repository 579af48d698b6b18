import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { build, fingerprintSources, isBuilt } from './build.ts';
import { canShowWindow, findOrFetchElectron } from './electronRuntime.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'start '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

describe('the build', () => {
  const tool = 'node_modules/electron-vite/bin/electron-vite.js';
  const writesScreens = `const fs = require('node:fs'); fs.mkdirSync('out/renderer', { recursive: true }); fs.writeFileSync('out/renderer/index.html', '');`;

  test('is made once, and again only after a source changed', () => {
    write(tool, writesScreens);
    write('shared/a.ts', 'one');
    expect(isBuilt(folder)).toBe(false);
    expect(build(folder)).toBeNull();
    expect(isBuilt(folder)).toBe(true);
    write('shared/a.ts', 'two');
    expect(isBuilt(folder)).toBe(false);
  });

  test('that fails says why and does not count as made', () => {
    write(tool, `${writesScreens} console.error('no such module'); process.exit(1);`);
    expect(build(folder)).toContain('no such module');
    expect(isBuilt(folder)).toBe(false);
  });

  test('does not depend on tests, and does on the name of a source', () => {
    write('renderer/src/a.tsx', '');
    const before = fingerprintSources(folder);
    write('renderer/src/a.test.tsx', 'anything');
    expect(fingerprintSources(folder)).toBe(before);
    write('renderer/src/b.tsx', '');
    expect(fingerprintSources(folder)).not.toBe(before);
  });
});

describe('the Electron runtime', () => {
  const unpacks = `const fs = require('node:fs'); fs.mkdirSync(__dirname + '/dist'); fs.writeFileSync(__dirname + '/dist/electron', ''); fs.writeFileSync(__dirname + '/path.txt', 'electron');`;
  const fetchElectron = () => {
    let downloads = 0;
    const program = findOrFetchElectron(folder, () => (downloads += 1));
    return { program, downloads };
  };

  test('is fetched when absent, and then found', () => {
    write('node_modules/electron/package.json', '{ "version": "45.0.0" }');
    write('node_modules/electron/install.js', unpacks);
    const program = path.join(folder, 'node_modules', 'electron', 'dist', 'electron');
    expect(fetchElectron()).toEqual({ program, downloads: 1 });
    expect(fetchElectron()).toEqual({ program, downloads: 0 });
  });

  test('that cannot be fetched is tried once for each version', () => {
    write('node_modules/electron/package.json', '{ "version": "45.0.0" }');
    write('node_modules/electron/install.js', 'process.exit(1)');
    expect(fetchElectron()).toEqual({ program: null, downloads: 1 });
    expect(fetchElectron()).toEqual({ program: null, downloads: 0 });
    write('node_modules/electron/package.json', '{ "version": "46.0.0" }');
    expect(fetchElectron()).toEqual({ program: null, downloads: 1 });
  });

  test('is not wanted where no window can be shown', () => {
    expect(canShowWindow('linux', {})).toBe(false);
    expect(canShowWindow('linux', { DISPLAY: ':0' })).toBe(true);
    expect(canShowWindow('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(canShowWindow('win32', {})).toBe(true);
  });
});
