import { findBrowser, thisDesktop } from '../../electron/hosts/browser/openWindow.ts';

/** The system's Chromium, Chrome or Edge, wherever a display is. `THUOC_SO_CHROMIUM` names another one. */
export function chromiumFile(): string {
  const named = process.env['THUOC_SO_CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  const environment = { ...thisDesktop.environment, DISPLAY: ':0' };
  // Where there is none, Playwright names the file that it missed.
  return findBrowser({ ...thisDesktop, environment }) ?? '/usr/bin/chromium';
}

/** Quiet, without a display, and able to run as root, who gets no sandbox from Chromium. */
export const chromiumArguments: readonly string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-sync',
  '--no-first-run',
  ...(thisDesktop.isRoot ? ['--no-sandbox'] : []),
];
