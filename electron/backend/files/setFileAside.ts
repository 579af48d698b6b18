import { existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { syncFolder } from './syncFolder.ts';

/**
 * Renames a file that cannot be understood, so that nothing of it is lost; returns its new name. Throws what the file
 * system throws.
 */
export function setFileAside(file: string): string {
  for (let number = 1; ; number += 1) {
    const aside = `${file}.unreadable-${String(number)}`;
    if (existsSync(aside)) continue;
    renameSync(file, aside);
    syncFolder(path.dirname(file));
    return path.basename(aside);
  }
}
