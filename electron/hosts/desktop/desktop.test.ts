import { EventEmitter } from 'node:events';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { refusingBackend } from '../../../test/helpers/refusingBackend.ts';
import { standInForElectron } from '../../../test/helpers/standInForElectron.ts';
import { createTranslate } from '#backend/translate.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { BuiltScreens } from '../builtScreens.ts';
import { callChannel, eventChannel, screensOrigin } from './address.ts';
import { openDoor } from './door.ts';
import { menuTemplate } from './menu.ts';
import { createOpenedFiles } from './openedFiles.ts';
import { screensScheme, serveScreens } from './protocol.ts';
import {
  askBeforeLeaving,
  askWhereToSave,
  denyNavigation,
  denyPermissions,
  showScreens,
  windowOptions,
} from './window.ts';

type Electron = typeof import('electron');
type CallListener = Parameters<Electron['ipcMain']['handle']>[1];
type Call = (name: string, input: unknown) => Promise<Result<unknown>>;
type CallEvent = Parameters<CallListener>[0];

/** The little of Electron that the door, the window and the preload touch, typed as Electron types it. */
function fakeIpcMain() {
  const listeners = new Map<string, CallListener>();
  const handle: Electron['ipcMain']['handle'] = (channel, listener) => {
    listeners.set(channel, listener);
  };
  return { handle, listeners };
}

function fromFrame(url: string, parent: object | null = null): CallEvent {
  return { senderFrame: { url, parent } } as CallEvent;
}

function openedDoor(call: Call) {
  const ipcMain = fakeIpcMain();
  const logged: string[] = [];
  openDoor(ipcMain, { call }, (line) => logged.push(line));
  const listener = ipcMain.listeners.get(callChannel);
  if (listener === undefined) throw new Error('the door listens on one channel');
  return { channels: [...ipcMain.listeners.keys()], listener, logged };
}

test('the door answers our own page and passes the call on as it came', async () => {
  const call = vi.fn<Call>((name, input) => Promise.resolve(succeed({ name, input })));
  const { channels, listener } = openedDoor(call);
  expect(channels).toEqual([callChannel]);
  const reply: unknown = await listener(fromFrame(`${screensOrigin}/`), 'app.status', {});
  expect(reply).toEqual(succeed({ name: 'app.status', input: {} }));
});

test.each([
  ['another site', fromFrame('https://evil.example/')],
  ['an address that only begins like ours', fromFrame('app://thuoc-so.evil.example/')],
  ['a file', fromFrame('file:///home/a/index.html')],
  ['a frame inside our page', fromFrame(`${screensOrigin}/`, {})],
  ['a frame that is gone', { senderFrame: null } as CallEvent],
])('the door refuses %s', async (_, event) => {
  const call = vi.fn<Call>(() => Promise.resolve(succeed(null)));
  const reply: unknown = await openedDoor(call).listener(event, 'app.status', {});
  expect(reply).toMatchObject({ ok: false, errors: [{ code: 'not-authorised' }] });
  expect(call).not.toHaveBeenCalled();
});

test('the door lets no exception out and refuses a call without a name', async () => {
  const { listener, logged } = openedDoor(() => Promise.reject(new Error('bug in a handler')));
  const ours = fromFrame(`${screensOrigin}/`);
  expect(await listener(ours, 'app.status', {})).toMatchObject({
    ok: false,
    errors: [{ code: 'unexpected' }],
  });
  expect(logged.join()).toContain('bug in a handler');
  expect(await listener(ours, { name: 1 }, {})).toMatchObject({
    ok: false,
    errors: [{ code: 'input-invalid' }],
  });
});

test('the window is sandboxed, isolated and without Node', () => {
  const options = windowOptions('/preload.cjs', 'Thước Số');
  expect(options.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('the window loads our screens only and is shown when they are painted', async () => {
  const window = Object.assign(new EventEmitter(), {
    show: vi.fn<() => void>(),
    loadURL: vi.fn<(url: string) => Promise<void>>(() => Promise.resolve()),
  });
  await showScreens(window as unknown as Parameters<typeof showScreens>[0]);
  expect(window.loadURL).toHaveBeenCalledWith(`${screensOrigin}/`);
  expect(window.show).not.toHaveBeenCalled();
  window.emit('ready-to-show');
  expect(window.show).toHaveBeenCalledOnce();
});

test.each([true, false])('a page with something unsaved goes only if the officer wants it: %s', (wants) => {
  const contents = new EventEmitter();
  askBeforeLeaving(contents as unknown as Electron['BrowserWindow']['prototype']['webContents'], () => wants);
  const event = { preventDefault: vi.fn<() => void>() };
  contents.emit('will-prevent-unload', event);
  // To prevent the prevention is to let it go.
  expect(event.preventDefault).toHaveBeenCalledTimes(wants ? 1 : 0);
});

test('no page navigates away, opens a window or embeds a site', () => {
  const app = new EventEmitter();
  denyNavigation(app as unknown as Electron['app']);
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: vi.fn<(handler: () => unknown) => void>(),
  });
  app.emit('web-contents-created', {}, contents);
  expect(contents.setWindowOpenHandler.mock.calls[0]?.[0]()).toEqual({ action: 'deny' });
  for (const name of ['will-navigate', 'will-redirect', 'will-attach-webview']) {
    const event = { url: 'https://evil.example/', preventDefault: vi.fn<() => void>() };
    contents.emit(name, event);
    expect(event.preventDefault, name).toHaveBeenCalledOnce();
  }
  const reload = { url: `${screensOrigin}/`, preventDefault: vi.fn<() => void>() };
  contents.emit('will-navigate', reload);
  expect(reload.preventDefault).not.toHaveBeenCalled();
});

test('every permission is denied', () => {
  const answers: boolean[] = [];
  type PermissionSession = Parameters<typeof denyPermissions>[0];
  const session: PermissionSession = {
    setPermissionRequestHandler: (handler) => {
      handler?.({} as never, 'media', (granted) => answers.push(granted), {} as never);
    },
    setPermissionCheckHandler: (handler) => {
      answers.push(handler?.(null, 'geolocation', screensOrigin, {} as never) ?? true);
    },
  };
  denyPermissions(session);
  expect(answers).toEqual([false, false]);
});

test('a file from the screens goes through a save dialog, any other download is refused', () => {
  const session = new EventEmitter();
  askWhereToSave(session as unknown as Electron['session']['defaultSession'], '/downloads');
  const download = (url: string) => {
    const event = { preventDefault: vi.fn<() => void>() };
    const item = {
      getURL: () => url,
      getFilename: () => 'phieu.pdf',
      setSaveDialogOptions: vi.fn<(options: object) => void>(),
    };
    session.emit('will-download', event, item);
    return { prevented: event.preventDefault.mock.calls.length, asked: item.setSaveDialogOptions.mock.calls };
  };
  expect(download(`blob:${screensOrigin}/1`)).toEqual({
    prevented: 0,
    asked: [[{ defaultPath: path.join('/downloads', 'phieu.pdf') }]],
  });
  expect(download(`${screensOrigin}/files/evidence/ab`).prevented).toBe(0);
  expect(download(`${screensOrigin}/files/packages/ab`).prevented).toBe(0);
  expect(download(`${screensOrigin}/other`).prevented).toBe(1);
  expect(download('https://evil.example/phieu.pdf')).toEqual({ prevented: 1, asked: [] });
});

test('the scheme serves built files with the security headers and nothing else', async () => {
  expect(screensScheme.privileges).toMatchObject({ standard: true, secure: true });
  expect(screensScheme.privileges?.bypassCSP).toBeUndefined();
  const page = {
    contentType: 'text/html',
    cacheControl: 'no-cache',
    read: () => Promise.resolve(Buffer.from('<p>')),
  };
  const screens: BuiltScreens = new Map([['/', page]]);
  type Serve = Parameters<Electron['protocol']['handle']>[1];
  let serve: Serve | undefined;
  serveScreens(
    { handle: (_, handler) => (serve = handler) },
    screens,
    refusingBackend(),
    createOpenedFiles(),
  );
  const ask = async (url: string, method = 'GET') => serve?.(new Request(url, { method }));
  const found = await ask(`${screensOrigin}/`);
  expect(found?.status).toBe(200);
  expect(found?.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect((await ask(`${screensOrigin}/%2e%2e/secret.txt`))?.status).toBe(404);
  expect((await ask('app://elsewhere/'))?.status).toBe(404);
  expect((await ask(`${screensOrigin}/`, 'POST'))?.status).toBe(404);
});

test.each(['vi', 'en'] as const)(
  'the menu is in the language of the user and offers no developer tools: %s',
  (language) => {
    const t = createTranslate(language);
    const template = menuTemplate(t);
    expect(template.map((item) => item.label)).toEqual([
      t('host:menuFile'),
      t('host:menuEdit'),
      t('host:menuView'),
    ]);
    const roles = template.flatMap((item) =>
      Array.isArray(item.submenu) ? item.submenu.map(({ role }) => role) : [],
    );
    expect(roles).not.toContain('toggleDevTools');
    expect(roles).not.toContain('reload');
  },
);

test('the preload gives the screens exactly two functions on fixed channels', async () => {
  type Preload = {
    contextBridge: Pick<Electron['contextBridge'], 'exposeInMainWorld'>;
    ipcRenderer: Pick<Electron['ipcRenderer'], 'invoke' | 'on'>;
  };
  const exposed = vi.fn<Electron['contextBridge']['exposeInMainWorld']>();
  const invoke = vi.fn<Electron['ipcRenderer']['invoke']>(() => Promise.resolve('reply'));
  const emitter = new EventEmitter();
  const electron: Preload = {
    contextBridge: { exposeInMainWorld: exposed },
    ipcRenderer: { invoke, on: emitter.on.bind(emitter) as Electron['ipcRenderer']['on'] },
  };
  standInForElectron(electron);
  await import('./preload.ts');
  const [name, bridge] = exposed.mock.calls[0] ?? [];
  expect(name).toBe('thuocSo');
  const functions = bridge as {
    invoke: (name: string, input: unknown) => unknown;
    onEvent: (listener: unknown) => void;
  };
  expect(Object.keys(functions)).toEqual(['invoke', 'onEvent']);
  await functions.invoke('app.status', {});
  expect(invoke).toHaveBeenCalledWith(callChannel, 'app.status', {});
  const listener = vi.fn<(event: unknown) => void>();
  functions.onEvent(listener);
  emitter.emit(eventChannel, { sender: 'never handed on' }, 'news');
  expect(listener).toHaveBeenCalledExactlyOnceWith('news');
});
