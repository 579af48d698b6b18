import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How long a first start may wait for the download; after that the browser host is there at once. */
const downloadLimitMilliseconds = 20_000;

/**
 * The Electron program, or `null` where it is not there and could not be had quickly. A download that failed is
 * tried once for each version of Electron, so that later starts do not wait; `.cache/electron-not-available` says so.
 */
export function findOrFetchElectron(folder: string, onDownload: () => void): string | null {
  const electron = path.join(folder, 'node_modules', 'electron');
  const found = findElectron(electron);
  if (found !== null) return found;
  const failure = path.join(folder, '.cache', 'electron-not-available');
  const version = readText(path.join(electron, 'package.json'));
  if (version === null || readText(failure) === version) return null;
  onDownload();
  spawnSync(process.execPath, [path.join(electron, 'install.js')], {
    stdio: 'ignore',
    timeout: downloadLimitMilliseconds,
    killSignal: 'SIGKILL',
  });
  const fetched = findElectron(electron);
  if (fetched === null) {
    mkdirSync(path.dirname(failure), { recursive: true });
    writeFileSync(failure, version);
  }
  return fetched;
}

/** Whether a window can be shown at all; on Linux that takes a display. */
export function canShowWindow(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return (environment['DISPLAY'] ?? '') !== '' || (environment['WAYLAND_DISPLAY'] ?? '') !== '';
}

/** Electron's package names its program in `path.txt`, which it writes last when it unpacks the runtime. */
function findElectron(electron: string): string | null {
  const name = readText(path.join(electron, 'path.txt'));
  if (name === null) return null;
  const program = path.join(electron, 'dist', name);
  return statSync(program, { throwIfNoEntry: false })?.isFile() === true ? program : null;
}

function readText(file: string): string | null {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(file, 'utf8') : null;
}
