import { expect, test } from 'vitest';
import { defaultDataFolder } from './dataFolder.ts';

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
