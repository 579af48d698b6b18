import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { syncFile, syncFolder } from './syncFolder.ts';

/**
 * Keeps a copy of a file under a name that says what is in it, such as its digest: what lies there already is that
 * content. The folder is made where it is missing; the copy is whole and durable when this returns. Throws what the
 * file system throws.
 */
export async function copyDurably(source: string, target: string): Promise<void> {
  if (existsSync(target)) return;
  mkdirSync(path.dirname(target), { recursive: true });
  const unfinished = `${target}.${randomUUID()}.unfinished`;
  try {
    await copyFile(source, unfinished);
    syncFile(unfinished);
    renameSync(unfinished, target);
    syncFolder(path.dirname(target));
  } finally {
    rmSync(unfinished, { force: true });
  }
}
