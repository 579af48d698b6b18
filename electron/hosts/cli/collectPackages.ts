import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';

/** A file to import, by the path it is known by. */
export interface NamedFile {
  readonly path: string;
  readonly name: string;
}

const packageEnding = '.thuocso';

/**
 * The files given, and every package below the folders given, each once, sorted by path so that the order of the
 * arguments does not matter. A file that is not there is kept, to be refused by name like any other. Errors:
 * `file-unreadable` for a folder.
 */
export async function collectPackages(given: readonly string[]): Promise<Result<readonly NamedFile[]>> {
  const found = new Map<string, string>();
  for (const one of given) {
    const absolute = path.resolve(one);
    if (!(await isFolder(absolute))) {
      found.set(absolute, one);
      continue;
    }
    const inside = await listPackages(absolute);
    if (inside === null) return failWith('file-unreadable', { path: one });
    for (const file of inside) found.set(file, path.join(one, path.relative(absolute, file)));
  }
  const files = [...found].map(([absolute, shown]) => ({ path: absolute, name: shown }));
  return succeed(files.toSorted((a, b) => (a.path < b.path ? -1 : 1)));
}

async function isFolder(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isDirectory();
  } catch {
    return false;
  }
}

/** Null where the folder cannot be read. Links to folders are not followed, so that a circle ends. */
async function listPackages(folder: string): Promise<readonly string[] | null> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && entry.name.toLowerCase().endsWith(packageEnding))
      .map((entry) => path.join(entry.parentPath, entry.name));
  } catch {
    return null;
  }
}
