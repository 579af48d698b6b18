import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../test/helpers/temporaryFolder.ts';
import { chooseDataFolder, defaultDataFolder } from './dataFolder.ts';

test('each system keeps the data where its users expect them', () => {
  const windows = {
    platform: 'win32',
    environment: { APPDATA: String.raw`C:\Users\a\AppData\Roaming` },
    home: String.raw`C:\Users\a`,
  } as const;
  expect(defaultDataFolder(false, windows)).toBe(String.raw`C:\Users\a\AppData\Roaming\thuoc-so`);
  const mac = { platform: 'darwin', environment: {}, home: '/Users/a' } as const;
  expect(defaultDataFolder(false, mac)).toBe('/Users/a/Library/Application Support/thuoc-so');
  const linux = { platform: 'linux', environment: { XDG_DATA_HOME: '/data' }, home: '/home/a' } as const;
  expect(defaultDataFolder(false, linux)).toBe('/data/thuoc-so');
});

test('a relative XDG_DATA_HOME is ignored, as its specification asks', () => {
  const linux = { platform: 'linux', environment: { XDG_DATA_HOME: 'data' }, home: '/home/a' } as const;
  expect(defaultDataFolder(false, linux)).toBe('/home/a/.local/share/thuoc-so');
});

test('the demo never shares a folder with real data', () => {
  const linux = { platform: 'linux', environment: {}, home: '/home/a' } as const;
  expect(defaultDataFolder(true, linux)).not.toBe(defaultDataFolder(false, linux));
});

test('without a folder "thuoc-so-du-lieu" beside the program the usual one holds the data', () => {
  const programFolder = makeTemporaryFolder();
  const portable = path.join(programFolder, 'thuoc-so-du-lieu');
  const usual = { platform: 'linux', environment: {}, home: '/home/a' } as const;
  const choose = (named: string | null, demo = false) =>
    chooseDataFolder({ named, demo, programFolder }, usual);
  expect(choose(null)).toBe('/home/a/.local/share/thuoc-so');
  writeFileSync(portable, 'no folder');
  expect(choose(null)).toBe('/home/a/.local/share/thuoc-so');
});

test('data on a USB stick is found beside the program whatever letter the stick has', () => {
  const programFolder = makeTemporaryFolder();
  const portable = path.join(programFolder, 'thuoc-so-du-lieu');
  mkdirSync(portable);
  expect(chooseDataFolder({ named: null, demo: false, programFolder })).toBe(portable);
  expect(chooseDataFolder({ named: 'khác', demo: false, programFolder })).toBe(path.resolve('khác'));
  expect(chooseDataFolder({ named: null, demo: true, programFolder })).not.toBe(portable);
});

test('an administrator may set the folder for everybody; a stick and a folder named on the command line go first', () => {
  const programFolder = makeTemporaryFolder();
  const set = path.join(makeTemporaryFolder(), 'số liệu');
  const choose = (THUOC_SO_DATA: string, named: string | null = null, demo = false) =>
    chooseDataFolder(
      { named, demo, programFolder },
      {
        platform: 'linux',
        environment: { THUOC_SO_DATA },
        home: '/home/a',
      },
    );
  expect(choose(set)).toBe(set);
  expect(choose('relative/folder')).toBe('/home/a/.local/share/thuoc-so');
  expect(choose(set, '/named')).toBe('/named');
  expect(choose(set, null, true)).toBe('/home/a/.local/share/thuoc-so-demo');
  const portable = path.join(programFolder, 'thuoc-so-du-lieu');
  mkdirSync(portable);
  expect(choose(set)).toBe(portable);
});
