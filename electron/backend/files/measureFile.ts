import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** Size and SHA-256 of a file, read piece by piece. Throws what the file system throws. */
export async function measureFile(file: string): Promise<{ readonly sha256: string; readonly size: number }> {
  const digest = createHash('sha256');
  let size = 0;
  for await (const piece of createReadStream(file)) {
    size += (piece as Buffer).length;
    digest.update(piece as Buffer);
  }
  return { sha256: digest.digest('hex'), size };
}
