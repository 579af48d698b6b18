import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { syncFolder } from './syncFolder.ts';

/**
 * Puts a small file in place as a whole: whoever reads it finds the old content or the new, after a power cut too.
 * Throws what the file system throws.
 * @param mode rights on systems that know them, e.g. 0o600
 */
export function writeDurably(file: string, content: string | Uint8Array, mode: number): void {
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  const handle = openSync(unfinished, 'wx', mode);
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(unfinished, file);
  syncFolder(path.dirname(file));
}
