import { EventEmitter } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserWindowConstructorOptions, CustomScheme } from 'electron';
import { expect, test, vi } from 'vitest';
import { productFolder } from '../../../test/helpers/content.ts';
import { standInForElectron } from '../../../test/helpers/standInForElectron.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { callChannel, eventChannel, screensOrigin } from './address.ts';

// Starts the real main file with a stand-in for Electron that writes down what the host asks of it, in order.

type Electron = typeof import('electron');
type Serve = Parameters<Electron['protocol']['handle']>[1];

function standIn(folder: string) {
  const asked: string[] = [];
  const told: unknown[][] = [];
  const channels: string[] = [];
  const windows: BrowserWindowConstructorOptions[] = [];
  const schemes: CustomScheme[] = [];
  const served: Serve[] = [];
  const note = (what: string) => () => void asked.push(what);
  const app = Object.assign(new EventEmitter(), {
    isPackaged: false,
    getAppPath: () => folder,
    getPath: () => path.join(folder, 'electron'),
    setPath: note('userData'),
    enableSandbox: note('sandbox'),
    requestSingleInstanceLock: () => asked.push('lock') > 0,
    whenReady: () => {
      asked.push('ready');
      return Promise.resolve();
    },
    quit: note('quit'),
    exit: note('exit'),
  });
  class BrowserWindow extends EventEmitter {
    static readonly opened: BrowserWindow[] = [];
    static readonly getAllWindows = () => BrowserWindow.opened;
    readonly webContents = Object.assign(new EventEmitter(), {
      send: (...words: unknown[]) => told.push(words),
    });
    readonly loadURL = () => Promise.resolve();
    readonly isMinimized = () => false;
    readonly focus = note('focus');
    constructor(options: BrowserWindowConstructorOptions) {
      super();
      windows.push(options);
      BrowserWindow.opened.push(this);
    }
  }
  const electron = {
    app,
    BrowserWindow,
    dialog: { showErrorBox: (_: string, text: string) => asked.push(`error: ${text}`) },
    ipcMain: { handle: (channel: string) => channels.push(channel) },
    Menu: { setApplicationMenu: note('menu'), buildFromTemplate: () => ({}) },
    protocol: {
      registerSchemesAsPrivileged: (given: CustomScheme[]) => schemes.push(...given),
      handle: (_: string, serve: Serve) => served.push(serve),
    },
    safeStorage: { isAsyncEncryptionAvailable: () => Promise.resolve(false) },
    session: {
      defaultSession: Object.assign(new EventEmitter(), {
        setPermissionRequestHandler: note('permission requests'),
        setPermissionCheckHandler: note('permission checks'),
      }),
    },
  };
  return { asked, told, channels, windows, schemes, served, electron };
}

function makeProduct(): string {
  const folder = makeTemporaryFolder();
  mkdirSync(path.join(folder, 'out', 'renderer'), { recursive: true });
  writeFileSync(path.join(folder, 'out', 'renderer', 'index.html'), '<p>screens');
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  symlinkSync(path.join(productFolder, 'criteria'), path.join(folder, 'criteria'));
  return folder;
}

test('the desktop host starts sandboxed, alone, with one channel, no permissions and no way out of its screens', async () => {
  const folder = makeProduct();
  const { asked, told, channels, windows, schemes, served, electron } = standIn(folder);
  writeFileSync(path.join(folder, 'a.thuocso'), 'package');
  const words = [
    process.argv[0] ?? '',
    folder,
    `--data=${path.join(folder, 'data')}`,
    path.join(folder, 'a.thuocso'),
  ];
  standInForElectron(electron, words);
  await import('./main.ts');
  await vi.waitFor(() => expect(asked).toContain('menu'), { timeout: 20_000 });

  // Before anything is shown: the sandbox for every process, and one instance for each data folder.
  expect(asked.slice(0, 4)).toEqual(['userData', 'sandbox', 'lock', 'ready']);
  expect(asked).toEqual(expect.arrayContaining(['permission requests', 'permission checks']));
  expect(channels).toEqual([callChannel]);
  expect(schemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  const preferences = windows[0]?.webPreferences;
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  expect(preferences?.webSecurity).toBe(true);
  expect(preferences?.allowRunningInsecureContent).toBeUndefined();
  expect(preferences?.experimentalFeatures).toBeUndefined();
  expect(electron.app.listenerCount('web-contents-created')).toBe(1);
  expect(electron.session.defaultSession.listenerCount('will-download')).toBe(1);

  const ask = async (address: string) => await served[0]?.(new Request(`${screensOrigin}${address}`));
  const page = await ask('/');
  const policy = page?.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(/script-src ([^;]*)/u.exec(policy)?.[1]).toBe("'self'");
  for (const outside of [
    '/../secret.txt',
    '/%2e%2e/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '/%00',
    '//secret.txt',
  ]) {
    expect((await ask(outside))?.status, outside).toBe(404);
  }

  // What was opened with the first start waits for the screens; a second start only shows the window and adds to it.
  expect(await (await ask('/files/opened'))?.json()).toMatchObject({ files: [{ name: 'a.thuocso' }] });
  electron.app.emit('second-instance', {}, ['thuoc-so', 'a.thuocso'], folder);
  expect(told).toEqual([[eventChannel, 'files-opened']]);
  electron.app.emit('second-instance', {}, ['thuoc-so', '--inspect', 'secret.txt'], folder);
  expect(told).toHaveLength(1);
  expect(asked.filter((what) => what === 'focus')).toHaveLength(2);
  electron.app.emit('will-quit');
}, 60_000);

test('a second process that finds the lock taken ends without opening the data', async () => {
  const folder = makeProduct();
  const { asked, windows, electron } = standIn(folder);
  electron.app.requestSingleInstanceLock = () => false;
  standInForElectron(electron, ['node', folder, `--data=${path.join(folder, 'data')}`]);
  await import('./main.ts');
  expect(asked).toEqual(['userData', 'sandbox', 'quit']);
  expect(windows).toEqual([]);
}, 60_000);
