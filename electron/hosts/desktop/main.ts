import path from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, session } from 'electron';
import type { Backend } from '#backend/backend.ts';
import type { SecretProtection } from '#backend/files/keys/secretProtection.ts';
import { createTranslate, describeError, type Translate } from '#backend/translate.ts';
import { filesOpenedEvent } from '#shared/api/openedFiles.ts';
import { succeed } from '#shared/errors/result.ts';
import { listBuiltScreens } from '../builtScreens.ts';
import { readCommandLine, selectOwnWords } from '../commandLine.ts';
import { chooseDataFolder, isPortableFolder } from '../dataFolder.ts';
import { fillDemo } from '../demoSamples.ts';
import { appVersion, openHostBackend, settleLanguage } from '../openHostBackend.ts';
import { reportUnexpected } from '../reportUnexpected.ts';
import { eventChannel } from './address.ts';
import { chooseFolder } from './chooseFolder.ts';
import { openDoor } from './door.ts';
import { menuTemplate } from './menu.ts';
import { createOpenedFiles } from './openedFiles.ts';
import { screensScheme, serveScreens } from './protocol.ts';
import { systemProtection } from './systemProtection.ts';
import { recogniseInstallation } from './updates/installation.ts';
import { baseFolderOf, findNewerProgram } from './updates/portableVersions.ts';
import { releaseKeys } from './updates/releaseKeys.ts';
import { chooseUpdateFile, restartAs, startBeside } from './updates/restart.ts';
import { createUpdateDesk } from './updates/updateDesk.ts';
import {
  askBeforeLeaving,
  askWhereToSave,
  denyNavigation,
  denyPermissions,
  showScreens,
  windowOptions,
} from './window.ts';

const productFolder = app.getAppPath();
const executable = app.getPath('exe');
const newer = app.isPackaged ? findNewerProgram(executable, appVersion) : null;
// A portable folder was updated: what was unpacked first only opens the version in use.
if (newer !== null && startBeside(newer, process.argv.slice(1))) process.exit(0);
const asked = readCommandLine(selectOwnWords(process.argv.slice(1)));
if (!asked.ok) {
  // Going on would open the usual folder where another one was meant.
  log(createTranslate('vi')('host:usage'));
  process.exit(2);
}
const { dataFolder: named, demo: isDemo, restore, language } = asked.value;
const programFolder = app.isPackaged ? baseFolderOf(path.dirname(executable)) : productFolder;
const dataFolder = chooseDataFolder({ named, demo: isDemo, programFolder });

const opened = createOpenedFiles();
opened.take(process.argv.slice(1), process.cwd());

// One window per data folder: the lock below belongs to this path.
app.setPath('userData', path.join(dataFolder, 'desktop-profile'));
app.enableSandbox();
protocol.registerSchemesAsPrivileged([screensScheme]);

if (app.requestSingleInstanceLock()) {
  denyNavigation(app);
  app.on('second-instance', (_, words, folder) => {
    const window = focusWindow();
    if (opened.take(words.slice(1), folder)) window?.webContents.send(eventChannel, filesOpenedEvent);
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  void app.whenReady().then(start).catch(stopWithUnexpected);
} else {
  app.quit();
}

async function start(): Promise<void> {
  const startWords = createTranslate(language ?? 'vi');
  const screensFolder = path.join(productFolder, 'out', 'renderer');
  const screens = listBuiltScreens(screensFolder);
  if (screens === null) return stop([startWords('host:notBuilt', { folder: screensFolder })]);
  const backend = openHostBackend({
    dataFolder,
    productFolder,
    log,
    protection: await findProtection(),
    updates: openUpdateDesk(startWords),
    chooseFolder: () => chooseFolder(dialog, startWords),
    wantsRestore: () => restore || askForRestore(startWords),
    onRestored: (createdAt) => log(startWords('host:restored', { time: createdAt.toLocaleString('vi') })),
  });
  if (!backend.ok) return stop(backend.errors.map((error) => describeError(startWords, error)));
  app.on('will-quit', () => {
    backend.value.close();
  });
  const filled = isDemo ? await fillDemo(backend.value, productFolder) : succeed(null);
  if (!filled.ok) log(filled.errors.map((error) => describeError(startWords, error)).join('\n'));
  serveScreens(protocol, screens, backend.value, opened);
  await openFirstWindow(backend.value);
}

async function openFirstWindow(backend: Backend): Promise<void> {
  const t = createTranslate(await settleLanguage(backend, language));
  openDoor(ipcMain, backend, log);
  denyPermissions(session.defaultSession);
  askWhereToSave(session.defaultSession, app.getPath('downloads'));
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(t)));
  const preloadFile = path.join(productFolder, 'out', 'preload', 'preload.cjs');
  const window = new BrowserWindow(windowOptions(preloadFile, t('host:title')));
  askBeforeLeaving(window.webContents, () => askToLeave(window, t));
  await showScreens(window);
}

function askToLeave(window: BrowserWindow, t: Translate): boolean {
  const chosen = dialog.showMessageBoxSync(window, {
    type: 'warning',
    title: t('host:title'),
    message: t('host:leaveQuestion'),
    buttons: [t('host:leaveStay'), t('host:leaveButton')],
    defaultId: 0,
    cancelId: 0,
  });
  return chosen === 1;
}

/** What only this machine can reveal would be lost to a folder that moves with its stick. */
async function findProtection(): Promise<SecretProtection | null> {
  if (isPortableFolder(dataFolder)) return null;
  try {
    return await systemProtection(safeStorage, process.platform, dataFolder);
  } catch (error) {
    // A folder that cannot be written to is said by the opening of the data itself.
    reportUnexpected(error, 'keys', log);
    return null;
  }
}

function openUpdateDesk(t: Translate) {
  return createUpdateDesk({
    installation: recogniseInstallation({
      isPackaged: app.isPackaged,
      platform: process.platform,
      executable,
      environment: process.env,
    }),
    appVersion,
    arch: process.arch,
    dataFolder,
    releaseKeys,
    now: () => new Date(),
    chooseFile: () => chooseUpdateFile(dialog, t),
    restartAs: (next) => restartAs(app, next, process.argv.slice(1)),
  });
}

function askForRestore(t: Translate): boolean {
  const chosen = dialog.showMessageBoxSync({
    type: 'warning',
    title: t('host:title'),
    message: t('host:restoreQuestion'),
    buttons: [t('host:restoreButton'), t('host:menuQuit')],
    defaultId: 0,
    cancelId: 1,
  });
  return chosen === 0;
}

function focusWindow(): BrowserWindow | undefined {
  const window = BrowserWindow.getAllWindows()[0];
  if (window?.isMinimized() === true) window.restore();
  window?.focus();
  return window;
}

function stopWithUnexpected(error: unknown): void {
  const failure = reportUnexpected(error, 'start', log);
  stop(
    failure.ok ? [] : failure.errors.map((fault) => describeError(createTranslate(language ?? 'vi'), fault)),
  );
}

function stop(sentences: readonly string[]): void {
  dialog.showErrorBox(createTranslate(language ?? 'vi')('host:title'), sentences.join('\n'));
  app.exit(1);
}

function log(line: string): void {
  process.stderr.write(`${line}\n`);
}
