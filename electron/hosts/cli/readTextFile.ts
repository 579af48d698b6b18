import { open } from 'node:fs/promises';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';

/**
 * Reads a text file of at most `limit` bytes; a UTF-8 mark at its start is left out. Errors: `file-not-found`,
 * `file-unreadable`, `file-too-large`, `encoding-unknown` (UTF-16 and the old Vietnamese encodings).
 */
export async function readTextFile(file: string, limit: number): Promise<Result<string>> {
  const bytes = await readBytes(file, limit);
  if (bytes === null) return failWith('file-too-large', { limit: Math.floor(limit / 1024 / 1024) }, file);
  if (!(bytes instanceof Uint8Array)) return bytes;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // UTF-16 without a mark is valid UTF-8 full of zero characters.
    return text.includes('\0') ? failWith('encoding-unknown', {}, file) : succeed(text);
  } catch {
    return failWith('encoding-unknown', {}, file);
  }
}

/** Null when there is more than the limit; never holds much more than that. */
async function readBytes(file: string, limit: number): Promise<Uint8Array | null | Result<never>> {
  try {
    const handle = await open(file, 'r');
    try {
      const chunks: Uint8Array[] = [];
      let size = 0;
      for await (const chunk of handle.createReadStream({ autoClose: false }) as AsyncIterable<Uint8Array>) {
        size += chunk.byteLength;
        if (size > limit) return null;
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const isAbsent = ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
    return failWith(isAbsent ? 'file-not-found' : 'file-unreadable', { path: file });
  }
}
