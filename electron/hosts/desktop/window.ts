import path from 'node:path';
import type { App, BrowserWindow, BrowserWindowConstructorOptions, Session, WebContents } from 'electron';
import { evidenceRoute } from '#shared/api/evidenceFiles.ts';
import { packageRoute } from '#shared/api/packageFiles.ts';
import { isOwnAddress, screensOrigin } from './address.ts';

/** A window with nothing of the machine in it: sandboxed, isolated, without Node. */
export function windowOptions(preloadFile: string, title: string): BrowserWindowConstructorOptions {
  return {
    title,
    width: 1280,
    height: 720,
    minWidth: 640,
    minHeight: 400,
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      // The one plugin there is, the PDF viewer, for previews in frames: electron/electron#25350.
      plugins: true,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  };
}

/** Shows the screens once they are painted, so that nobody looks at an empty frame. */
export async function showScreens(window: Pick<BrowserWindow, 'once' | 'show' | 'loadURL'>): Promise<void> {
  window.once('ready-to-show', () => {
    window.show();
  });
  await window.loadURL(`${screensOrigin}/`);
}

/** Where a page has something unsaved, Electron would keep it open without a word: the officer is asked instead. */
export function askBeforeLeaving(contents: Pick<WebContents, 'on'>, wantsToLeave: () => boolean): void {
  contents.on('will-prevent-unload', (event) => {
    if (wantsToLeave()) event.preventDefault();
  });
}

/** No page of the application, whichever it is, leads anywhere else, opens a window or embeds a site. */
export function denyNavigation(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      if (!isOwnAddress(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!isOwnAddress(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
  });
}

/** No camera, no location, no notifications: nothing the screens do needs a permission. */
export function denyPermissions(
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'>,
): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
}

/** Every file the screens hand out goes where the officer says; other addresses are not downloaded at all. */
export function askWhereToSave(session: Pick<Session, 'on'>, downloadsFolder: string): void {
  session.on('will-download', (event, item) => {
    const isOurs = [
      `blob:${screensOrigin}/`,
      `${screensOrigin}${evidenceRoute}/`,
      `${screensOrigin}${packageRoute}/`,
    ].some((start) => item.getURL().startsWith(start));
    if (!isOurs) {
      event.preventDefault();
      return;
    }
    item.setSaveDialogOptions({ defaultPath: path.join(downloadsFolder, item.getFilename()) });
  });
}
