import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';

/** What decides whether and how a window can be opened; passed in so that every system can be tested on any. */
export interface Desktop {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  readonly exists: (file: string) => boolean;
}

export const thisDesktop: Desktop = {
  platform: process.platform,
  environment: process.env,
  isRoot: process.getuid?.() === 0,
  exists: (file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true,
};

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const windowsPlaces = [
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];

const macPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The program that can show an app window, or `null` when there is none or no display to show it on. */
export function findBrowser(desktop: Desktop): string | null {
  const { platform, environment, exists } = desktop;
  const hasDisplay = [environment['DISPLAY'], environment['WAYLAND_DISPLAY']].some(
    (display) => (display ?? '') !== '',
  );
  if (platform !== 'win32' && platform !== 'darwin' && !hasDisplay) return null;
  return browserPlaces(desktop).find(exists) ?? null;
}

function browserPlaces({ platform, environment }: Desktop): readonly string[] {
  if (platform === 'darwin') return macPlaces;
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap(
      (name) => environment[name] ?? [],
    );
    return windowsPlaces.flatMap((place) => roots.map((root) => path.win32.join(root, ...place)));
  }
  const folders = (environment['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
  return linuxNames.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)));
}

/** The arguments for an app window with a profile of its own, so that it is no tab of the user's browser. */
export function windowArguments(address: string, profileFolder: string, desktop: Desktop): readonly string[] {
  const common = [
    `--app=${address}`,
    `--user-data-dir=${profileFolder}`,
    '--no-first-run',
    '--no-default-browser-check',
  ];
  // Chromium refuses to start as root with its sandbox.
  return desktop.platform === 'linux' && desktop.isRoot ? [...common, '--no-sandbox'] : common;
}

/** An open window; `closed` is resolved when its user has closed it. */
export interface AppWindow {
  readonly closed: Promise<void>;
}

/** A browser that ends sooner has handed the address to one that was already running. */
const handedOverWithinMilliseconds = 5000;

/** Opens the address as a window; `null` when there is no browser, no display, or it does not start. */
export async function openWindow(
  address: string,
  profileFolder: string,
  desktop: Desktop,
): Promise<AppWindow | null> {
  const browser = findBrowser(desktop);
  if (browser === null) return null;
  const startedAt = performance.now();
  const child = spawn(browser, windowArguments(address, profileFolder, desktop), {
    detached: true,
    stdio: 'ignore',
  });
  child.unref();
  const closed = new Promise<void>((resolve) => {
    child.once('exit', () => {
      if (performance.now() - startedAt > handedOverWithinMilliseconds) resolve();
    });
  });
  const started = await new Promise<boolean>((resolve) => {
    child.once('spawn', () => resolve(true));
    child.once('error', () => resolve(false));
  });
  return started ? { closed } : null;
}
