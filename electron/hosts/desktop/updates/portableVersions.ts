import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { writeDurably } from '#backend/files/writeDurably.ts';
import { compareVersions } from './updateManifest.ts';

/** Beside the program of a portable folder: each update in a folder of its own, and which of them is in use. */
export const versionsFolderName = 'thuoc-so-ban-moi';
const pointerName = 'dang-dung.json';

const pointerSchema = z.object({ version: z.string().regex(/^\d+\.\d+\.\d+$/u) });

/** The folder that was unpacked first, whichever of its versions the program lies in; data lie there too. */
export function baseFolderOf(programFolder: string): string {
  const parent = path.dirname(programFolder);
  return path.basename(parent) === versionsFolderName ? path.dirname(parent) : programFolder;
}

/** Decides in one rename which version starts next; null: the one that was unpacked first. */
export function pointTo(versionsFolder: string, version: string | null): void {
  const pointer = path.join(versionsFolder, pointerName);
  if (version === null) rmSync(pointer, { force: true });
  else writeDurably(pointer, JSON.stringify({ version }), 0o600);
}

/**
 * The program of a newer version that should run instead of this one; null where there is none, also when the pointer
 * or that program cannot be read: then what was unpacked first opens, which is always whole.
 */
export function findNewerProgram(program: string, appVersion: string): string | null {
  const folder = path.dirname(program);
  // A version that was started by the first one never looks further.
  if (baseFolderOf(folder) !== folder) return null;
  const versionsFolder = path.join(folder, versionsFolderName);
  const version = readPointer(versionsFolder);
  if (version === null || compareVersions(version, appVersion) <= 0) return null;
  const newer = path.join(versionsFolder, version, path.basename(program));
  return statSync(newer, { throwIfNoEntry: false })?.isFile() === true ? newer : null;
}

function readPointer(versionsFolder: string): string | null {
  try {
    const text = readFileSync(path.join(versionsFolder, pointerName), 'utf8');
    return pointerSchema.parse(JSON.parse(text)).version;
  } catch {
    return null;
  }
}
