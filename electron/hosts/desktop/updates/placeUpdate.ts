import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { syncFile, syncFolder } from '#backend/files/syncFolder.ts';
import type { Installation } from './installation.ts';
import { baseFolderOf, pointTo } from './portableVersions.ts';
import { unpackPortable } from './unpackPortable.ts';

/** An installation that an update file can serve. */
export type Updatable = Extract<Installation, { readonly keptFolder: string }>;

/** What to start once the app has ended. */
export interface NextStart {
  readonly program: string;
  readonly words: readonly string[];
}

/** electron-builder's installers: without pages, in the folder of the last time, and the app opens afterwards. */
const silently = ['--updated', '/S', '--force-run'] as const;
const unfinished = '.unfinished';

/** Where the payload of an update waits, checked but not yet in use. */
export function stagedFile(installation: Updatable, version: string): string {
  return path.join(installation.keptFolder, `thuoc-so-${version}.staged`);
}

/** Throws away what an update that nobody went on with left behind. Throws what the file system throws. */
export function clearStaged({ keptFolder }: Updatable): void {
  if (!existsSync(keptFolder)) return;
  const left = readdirSync(keptFolder).filter((name) => /^thuoc-so-.*\.(?:staged|unfinished)$/u.test(name));
  for (const name of left) rmSync(path.join(keptFolder, name), { recursive: true, force: true });
}

/**
 * Puts a staged payload in place, with the present version kept beside it; each way one rename decides. Nothing of the
 * running program is touched. Throws what the file system throws.
 * @param present the version that runs
 */
export async function placeUpdate(
  installation: Updatable,
  present: string,
  version: string,
): Promise<NextStart> {
  const staged = stagedFile(installation, version);
  const { keptFolder, program } = installation;
  switch (installation.kind) {
    case 'windows-setup': {
      const setup = keptSetup(keptFolder, version);
      renameSync(staged, setup);
      return { program: setup, words: silently };
    }
    case 'windows-portable': {
      const folder = path.join(keptFolder, `thuoc-so-${version}${unfinished}`);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      await unpackPortable(staged, folder);
      const placed = path.join(keptFolder, version);
      rmSync(placed, { recursive: true, force: true });
      renameSync(folder, placed);
      syncFolder(keptFolder);
      pointTo(keptFolder, version);
      rmSync(staged, { force: true });
      return { program: path.join(placed, path.basename(program)), words: [] };
    }
    case 'linux-appimage': {
      keepBeside(program, keptAppImage(program, present));
      chmodSync(staged, 0o755);
      renameSync(staged, program);
      syncFolder(keptFolder);
      return { program, words: [] };
    }
  }
}

/** Whether an earlier version is still there to go back to. */
export function isKept({ kind, keptFolder, program }: Updatable, version: string): boolean {
  if (kind === 'windows-setup') return existsSync(keptSetup(keptFolder, version));
  if (kind === 'linux-appimage') return existsSync(keptAppImage(program, version));
  return existsSync(path.join(keptFolder, version)) || isNewerProgram(program);
}

/** Makes the kept version the one that starts. Throws what the file system throws. */
export function placePrevious({ kind, keptFolder, program }: Updatable, version: string): NextStart {
  if (kind === 'windows-setup') return { program: keptSetup(keptFolder, version), words: silently };
  if (kind === 'linux-appimage') {
    renameSync(keptAppImage(program, version), program);
    syncFolder(keptFolder);
    return { program, words: [] };
  }
  const name = path.basename(program);
  const isFolder = existsSync(path.join(keptFolder, version));
  pointTo(keptFolder, isFolder ? version : null);
  const base = path.dirname(keptFolder);
  return { program: path.join(isFolder ? path.join(keptFolder, version) : base, name), words: [] };
}

function isNewerProgram(program: string): boolean {
  const folder = path.dirname(program);
  return baseFolderOf(folder) !== folder;
}

function keptSetup(keptFolder: string, version: string): string {
  return path.join(keptFolder, `${version}.exe`);
}

function keptAppImage(program: string, version: string): string {
  return `${program}.${version}`;
}

/** A second name for the file where the disk can do that, a copy where it cannot; the file itself stays in place. */
function keepBeside(file: string, kept: string): void {
  rmSync(kept, { force: true });
  try {
    linkSync(file, kept);
  } catch {
    copyFileSync(file, kept);
    syncFile(kept);
  }
}
