import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** How many files lie in a folder at any depth, and their bytes. Throws what the file system throws. */
export function measureFolder(folder: string): { readonly files: number; readonly bytes: number } {
  if (!existsSync(folder)) return { files: 0, bytes: 0 };
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(path.join(entry.parentPath, entry.name)).size);
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
