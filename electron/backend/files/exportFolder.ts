import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { onStorage } from '../db/storageFailure.ts';

/** An exported package or report, ready to be handed out. */
export interface ReadyFile {
  readonly file: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

/** `exports/` beside the database, each file in a folder of its own, so that names cannot meet. */
export function exportFolderOf(dataFolder: string, downloadId: string): string {
  return path.join(dataFolder, 'exports', downloadId);
}

/** Makes the folder for one download. Throws what the file system throws. */
export function makeExportFolder(dataFolder: string, downloadId: string): string {
  const folder = exportFolderOf(dataFolder, downloadId);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Deletes what was exported before; whoever wanted it has saved it. Throws what the file system throws. */
export function clearExports(dataFolder: string): void {
  rmSync(path.join(dataFolder, 'exports'), { recursive: true, force: true });
}

/** What exports are called once they are whole; what is being written has other names. */
const exportedName = /^[^.].*\.(?:thuocso|pdf|docx|xlsx|json|xml|zip)$/u;

function isExported(name: string): boolean {
  return exportedName.test(name);
}

/** Errors: `export-gone`, and those of the storage. */
export function findExport(dataFolder: string, downloadId: string): Result<ReadyFile> {
  if (!/^[A-Za-z0-9-]{1,64}$/u.test(downloadId)) return failWith('export-gone');
  const folder = exportFolderOf(dataFolder, downloadId);
  return onStorage(folder, () => {
    const name = existsSync(folder) ? readdirSync(folder).find(isExported) : undefined;
    if (name === undefined) return failWith('export-gone');
    const file = path.join(folder, name);
    return succeed({ file, name, size: statSync(file).size });
  });
}
