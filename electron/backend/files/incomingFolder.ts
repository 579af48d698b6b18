import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { packageLimits } from '#shared/format/package/limits.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { onStorageLater } from '../db/storageFailure.ts';
import { ArrivalFailure, arrivingBytes } from './arrivingBytes.ts';
import { cleanFileName } from './cleanFileName.ts';

/** A file that waits for an import to look at it. */
export interface IncomingFile {
  readonly path: string;
  /** What people call it. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

/** Encryption adds 16 bytes to each 64 KiB, and a head. */
export const incomingLimitBytes = Math.ceil(packageLimits.file * 1.01);

/** `incoming/` beside the database: what was sent to imports that are under way, each in a folder of its own. */
export interface IncomingFolder {
  /**
   * Takes a file in as its bytes arrive; never more than a piece of them is in memory. Errors:
   * `package-too-large` {limit in MB}, `file-unreadable` where the sender left, and those of the storage.
   */
  receive(importId: string, name: string, bytes: AsyncIterable<Uint8Array>): Promise<Result<IncomingFile>>;
  /** Deletes what was sent to an import. Throws what the file system throws. */
  discard(importId: string): void;
}

/**
 * Opens the folder and clears away what a process that was killed had taken in; the caller holds the database's
 * lock. Throws what the file system throws.
 */
export function openIncomingFolder(dataFolder: string, limitBytes = incomingLimitBytes): IncomingFolder {
  const root = path.join(dataFolder, 'incoming');
  const clear = (folder: string) => rmSync(folder, { recursive: true, force: true });
  clear(root);
  return {
    receive: (importId, name, bytes) =>
      onStorageLater(root, async () => {
        const folder = path.join(root, cleanFileName(importId));
        mkdirSync(folder, { recursive: true });
        return await writeArriving(path.join(folder, randomUUID()), cleanFileName(name), bytes, limitBytes);
      }),
    discard: (importId) => clear(path.join(root, cleanFileName(importId))),
  };
}

async function writeArriving(
  target: string,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<Result<IncomingFile>> {
  const written = await writePieces(target, name, bytes, limitBytes);
  if (!written.ok) await rm(target, { force: true });
  return written;
}

async function writePieces(
  target: string,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<Result<IncomingFile>> {
  const file = await open(target, 'wx', 0o600);
  try {
    let size = 0;
    for await (const piece of arrivingBytes(bytes)) {
      size += piece.length;
      if (size > limitBytes)
        return failWith('package-too-large', { limit: Math.floor(limitBytes / 1024 / 1024) });
      await file.writeFile(piece);
    }
    return succeed({ path: target, name, size });
  } catch (error) {
    await rm(target, { force: true });
    if (!(error instanceof ArrivalFailure)) throw error;
    return failWith('file-unreadable', { path: name, reason: error.message });
  } finally {
    await file.close();
  }
}
