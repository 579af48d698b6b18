import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from '#backend/files/syncFolder.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';

/**
 * Writes a result whole or not at all: a file that stood there is replaced only once the new one is on the disk.
 * Returns the absolute path. Errors: `disk-full`, `file-not-writable`.
 */
export async function writeResultFile(file: string, bytes: Uint8Array): Promise<Result<string>> {
  const target = path.resolve(file);
  const temporary = `${target}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
    syncFolder(path.dirname(target));
    return succeed(target);
  } catch (error) {
    // In a folder that is closed, or none, it was never made.
    await rm(temporary, { force: true }).catch(() => undefined);
    const code = (error as NodeJS.ErrnoException).code;
    return code === 'ENOSPC' ? failWith('disk-full') : failWith('file-not-writable', { path: target });
  }
}
