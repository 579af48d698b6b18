import os from 'node:os';
import path from 'node:path';

/** What decides where data lives; passed in so that every system's convention can be tested on any system. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

export const thisMachine: Surroundings = {
  platform: process.platform,
  environment: process.env,
  home: os.homedir(),
};

/**
 * Where an installation keeps its data when nobody names a folder. Desktop and browser host share it, so that
 * the same assessments are there whichever of them opens. The demo has a folder of its own beside it.
 */
export function defaultDataFolder(demo: boolean, { platform, environment, home }: Surroundings): string {
  const name = demo ? 'thuoc-so-demo' : 'thuoc-so';
  if (platform === 'win32')
    return path.win32.join(environment['APPDATA'] ?? path.win32.join(home, 'AppData', 'Roaming'), name);
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support', name);
  const configured = environment['XDG_DATA_HOME'];
  // The XDG specification: a relative path is to be ignored.
  const base = configured?.startsWith('/') === true ? configured : path.posix.join(home, '.local', 'share');
  return path.posix.join(base, name);
}
