import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { makeTemporaryFolder } from '../helpers/temporaryFolder.ts';
import { mayMount } from './smallDisk.ts';

/** A folder as a stick or a network drive shows it: it can go away, and comes back as it was. */
export interface RemovableFolder {
  readonly folder: string;
  readonly pullOut: () => void;
  readonly plugIn: () => void;
}

export interface MountedFolder extends RemovableFolder {
  /** From now on it can only be read. */
  readonly lock: () => void;
  readonly unlock: () => void;
}

/** A folder that is renamed, which every machine has, and a real mount where this user may make one. */
export function listRemovableFolders(): readonly {
  readonly name: string;
  readonly make: () => RemovableFolder;
}[] {
  return [{ name: 'a folder that is renamed', make: makeRenamed }, ...listMountedFolders()];
}

/** Empty where this user may not mount. */
export function listMountedFolders(): readonly {
  readonly name: string;
  readonly make: () => MountedFolder;
}[] {
  return mayMount() ? [{ name: 'a file system that is mounted', make: makeMounted }] : [];
}

function makeRenamed(): RemovableFolder {
  const parent = makeTemporaryFolder();
  const [folder, away] = [path.join(parent, 'here'), path.join(parent, 'away')];
  mkdirSync(folder);
  return {
    folder,
    pullOut: () => renameSync(folder, away),
    plugIn: () => renameSync(away, folder),
  };
}

function makeMounted(): MountedFolder {
  const parent = makeTemporaryFolder();
  const [disk, mountPoint] = [path.join(parent, 'disk'), path.join(parent, 'mount')];
  mkdirSync(path.join(disk, 'thuoc-so'), { recursive: true });
  mkdirSync(mountPoint);
  const mount = (...given: readonly string[]) => void execFileSync('mount', given);
  const pullOut = () => void execFileSync('umount', ['--lazy', mountPoint]);
  const plugIn = () => mount('--bind', disk, mountPoint);
  plugIn();
  onTestFinished(pullOut);
  return {
    folder: path.join(mountPoint, 'thuoc-so'),
    pullOut,
    plugIn,
    lock: () => mount('-o', 'remount,bind,ro', mountPoint),
    unlock: () => mount('-o', 'remount,bind,rw', mountPoint),
  };
}
