import { EventEmitter } from 'node:events';
import process from 'node:process';
import type { App, BrowserWindowConstructorOptions, IpcMain, Protocol } from 'electron';

// Takes the place of the module `electron` where the packed app runs under plain Node: no window, no Chromium, but
// the doors that the app opens are real. `runPackedApp.ts` knocks at them.

type CallListener = Parameters<IpcMain['handle']>[1];
type Serve = Parameters<Protocol['handle']>[1];

/** What the app handed to Electron. */
export const handed: {
  listener?: CallListener;
  serve?: Serve;
  window?: BrowserWindowConstructorOptions;
  errors: string[];
  exitCode?: number;
} = { errors: [] };

const appFolder = process.env['PACKED_APP'] ?? '';
const emitter = new EventEmitter();

type UsedOfApp =
  | 'getAppPath'
  | 'getPath'
  | 'setPath'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'whenReady'
  | 'exit'
  | 'quit';
const used: Pick<App, UsedOfApp> & { isPackaged: boolean } = {
  isPackaged: true,
  getAppPath: () => appFolder,
  getPath: () => `${appFolder}/thuoc-so`,
  setPath: () => undefined,
  enableSandbox: () => undefined,
  requestSingleInstanceLock: () => true,
  whenReady: () => Promise.resolve(),
  exit: (code = 0) => {
    handed.exitCode = code;
  },
  quit: () => emitter.emit('will-quit'),
};
export const app = Object.assign(emitter, used);

export class BrowserWindow extends EventEmitter {
  readonly webContents = new EventEmitter();

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    handed.window = options;
  }

  static getAllWindows(): readonly BrowserWindow[] {
    return [];
  }

  loadURL(): Promise<void> {
    return Promise.resolve();
  }
}

export const ipcMain: Pick<IpcMain, 'handle'> = {
  handle: (_, listener) => {
    handed.listener = listener;
  },
};
export const protocol: Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'> = {
  registerSchemesAsPrivileged: () => undefined,
  handle: (_, serve) => {
    handed.serve = serve;
  },
};
export const dialog = {
  showErrorBox: (_: string, content: string) => handed.errors.push(content),
  showMessageBoxSync: () => 1,
};
export const Menu = { setApplicationMenu: () => undefined, buildFromTemplate: () => ({}) };
export const safeStorage = { isAsyncEncryptionAvailable: () => Promise.resolve(false) };
export const session = {
  defaultSession: Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: () => undefined,
    setPermissionCheckHandler: () => undefined,
  }),
};
