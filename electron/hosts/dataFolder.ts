import { statSync } from 'node:fs';
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

/** A folder of this name beside the program makes it portable: program and data move together on a USB stick. */
const portableFolderName = 'thuoc-so-du-lieu';

/** Set by administrators: an absolute path for the data of whoever is signed in. */
export const dataFolderVariable = 'THUOC_SO_DATA';

/** What the officer asked for, and where the program lies. */
export interface FolderChoice {
  /** `--data`, relative to the current folder; null where it was not given. */
  readonly named: string | null;
  readonly demo: boolean;
  readonly programFolder: string;
}

/**
 * The data folder, absolute: the one named, else the portable one beside the program where it exists, else the one
 * that the administrator set, else the usual. The demo never touches real data.
 */
export function chooseDataFolder(choice: FolderChoice, surroundings: Surroundings = thisMachine): string {
  if (choice.named !== null) return path.resolve(choice.named);
  const portable = path.join(choice.programFolder, portableFolderName);
  const isPortable = statSync(portable, { throwIfNoEntry: false })?.isDirectory() === true;
  if (choice.demo) return path.resolve(defaultDataFolder(true, surroundings));
  if (isPortable) return portable;
  const set = surroundings.environment[dataFolderVariable];
  if (set !== undefined && path.isAbsolute(set)) return path.normalize(set);
  return path.resolve(defaultDataFolder(false, surroundings));
}

/** Whether a data folder moves from machine to machine with its program. */
export function isPortableFolder(dataFolder: string): boolean {
  return path.basename(dataFolder) === portableFolderName;
}

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
