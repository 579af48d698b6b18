import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * `working/` beside the database: what was decrypted or unpacked lies here for a moment, and not where other users of
 * the machine and other programs keep their things. What a killed process left is cleared at the next opening.
 */
export function workingFolderOf(dataFolder: string): string {
  return path.join(dataFolder, 'working');
}

/** Throws what the file system throws. */
export function clearWorkingFolder(dataFolder: string): void {
  rmSync(workingFolderOf(dataFolder), { recursive: true, force: true });
}

/** A new folder for one piece of work below `parent`, which is made where it is not there. Throws what the file system throws. */
export function makeWorkingFolder(parent: string): string {
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  return mkdtempSync(path.join(parent, 'thuoc-so-'));
}
