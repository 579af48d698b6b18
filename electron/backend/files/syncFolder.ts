import { closeSync, fsyncSync, openSync } from 'node:fs';

/**
 * Makes a rename or a new file in a folder durable. On Windows folders cannot be opened and NTFS journals names
 * by itself, so that nothing is done there.
 */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  syncFile(folder, 'r');
}

/** Waits until a file's content is on the disk. */
export function syncFile(file: string, flags: 'r' | 'r+' = 'r+'): void {
  const handle = openSync(file, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
