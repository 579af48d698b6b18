import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { syncFolder } from '../../files/syncFolder.ts';
import { sumsFile, type OpenDataset } from './createOpenData.ts';

/** Where a dataset lies now. */
export interface WrittenDataset {
  readonly folder: string;
  /** False where the same bytes lay there already. */
  readonly isChanged: boolean;
}

/**
 * Puts the folder of a dataset below `parent`, whole or not at all; an older one of the same name goes when the new one
 * lies beside it. Errors: `open-data-folder-taken`, `disk-full`, `file-not-writable`.
 */
export function writeDataset(parent: string, { folderName, files }: OpenDataset): Result<WrittenDataset> {
  const folder = path.resolve(parent, folderName);
  const sums = files.find(({ name }) => name === sumsFile)?.bytes ?? new Uint8Array();
  const beside = (what: string): string => `${folder}.${what}-${randomUUID().slice(0, 8)}`;
  const [unfinished, older] = [beside('unfinished'), beside('older')];
  try {
    const standing = look(folder);
    if (standing === 'foreign') return failWith('open-data-folder-taken', { path: folder });
    if (standing !== 'absent' && isSame(folder, files, sums)) return succeed({ folder, isChanged: false });
    mkdirSync(unfinished, { recursive: true });
    for (const { name, bytes } of files) writeFileSync(path.join(unfinished, name), bytes, { flush: true });
    syncFolder(unfinished);
    if (standing !== 'absent') renameSync(folder, older);
    putInPlace(unfinished, folder, older);
    syncFolder(path.dirname(folder));
    rmSync(older, { recursive: true, force: true });
    return succeed({ folder, isChanged: true });
  } catch (error) {
    discard(unfinished);
    const code = (error as NodeJS.ErrnoException).code;
    return code === 'ENOSPC' ? failWith('disk-full') : failWith('file-not-writable', { path: folder });
  }
}

/** Where that fails, for somebody looks into the new files at that moment, the older ones stand there as before. */
function putInPlace(unfinished: string, folder: string, older: string): void {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (existsSync(older)) renameSync(older, folder);
    throw error;
  }
}

/** In a folder that is closed, or none, it was never made. */
function discard(unfinished: string): void {
  try {
    rmSync(unfinished, { recursive: true, force: true });
  } catch {
    // Why it could not be written has been found already.
  }
}

/** What lies there: only a dataset of ours is ever replaced. */
function look(folder: string): 'absent' | 'ours' | 'foreign' {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) return 'absent';
  if (!found.isDirectory()) return 'foreign';
  const names = readdirSync(folder);
  return names.length === 0 || (names.includes(sumsFile) && names.includes('dcat.jsonld'))
    ? 'ours'
    : 'foreign';
}

function isSame(folder: string, files: OpenDataset['files'], sums: Uint8Array): boolean {
  const names = readdirSync(folder);
  if (names.length !== files.length || !names.includes(sumsFile)) return false;
  if (!Buffer.from(sums).equals(readFileSync(path.join(folder, sumsFile)))) return false;
  return files.every(({ name, bytes }) => Buffer.from(bytes).equals(readFileSync(path.join(folder, name))));
}
