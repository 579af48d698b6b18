import { readFile, stat } from 'node:fs/promises';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';

/** Reads a file of at most `limit` bytes. Errors: `file-not-found`, `file-unreadable`, `file-too-large`. */
export async function readBinaryFile(file: string, limit: number): Promise<Result<Uint8Array>> {
  try {
    if ((await stat(file)).size > limit)
      return failWith('file-too-large', { limit: Math.floor(limit / 1024 / 1024) }, file);
    return succeed(await readFile(file));
  } catch (error) {
    const isAbsent = ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
    return failWith(isAbsent ? 'file-not-found' : 'file-unreadable', { path: file });
  }
}
