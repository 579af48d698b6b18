import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { evidenceLimitBytes, type StoredEvidence } from '#shared/api/evidenceFiles.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { onStorageLater } from '../db/storageFailure.ts';
import { ArrivalFailure, arrivingBytes } from './arrivingBytes.ts';
import { cleanFileName } from './cleanFileName.ts';
import { sniffedBytes, sniffInlineType, type InlineType } from './sniffInlineType.ts';
import { syncFolder } from './syncFolder.ts';

export type StoredFile = StoredEvidence;

/** A file of the store, ready to be shown or handed out. */
export interface HeldFile {
  readonly file: string;
  readonly size: number;
  /** Undefined for what may only be saved, never shown. */
  readonly inlineType: InlineType | undefined;
}

/** Files that prove answers, `evidence/<aa>/<sha256>` beside the database; equal content is kept once. */
export interface EvidenceStore {
  /**
   * Copies a file in; it is durable when this returns. Errors: `file-not-found`, `file-unreadable`,
   * `file-too-large`, `disk-full`, `folder-read-only`, `file-not-writable`.
   */
  add(sourceFile: string): Promise<Result<StoredFile>>;
  /** The same for bytes as they arrive; never more than a piece of them is in memory. */
  addBytes(name: string, bytes: AsyncIterable<Uint8Array>): Promise<Result<StoredFile>>;
  /** Path of a file in the store. Errors: `evidence-file-missing`, also where its size is not as it was. */
  locate(file: StoredFile): Result<string>;
  /** Looks at a file by its digest alone. Errors: `evidence-file-missing`, and those of the storage. */
  find(sha256: string): Promise<Result<HeldFile>>;
}

/**
 * Opens the folder of evidence beside a database and clears away what a killed copy left behind; the caller
 * holds the database's lock. Throws what the file system throws.
 */
export function openEvidenceStore(dataFolder: string, limitBytes = evidenceLimitBytes): EvidenceStore {
  const root = path.join(dataFolder, 'evidence');
  const unfinished = path.join(root, 'unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  const addBytes: EvidenceStore['addBytes'] = (name, bytes) =>
    onStorageLater(root, () => keepBytes({ root, unfinished, limitBytes }, name, bytes));
  return {
    addBytes,
    add: async (sourceFile) => {
      const source = await openSource(sourceFile, limitBytes);
      if (!source.ok) return source;
      try {
        return await addBytes(path.basename(sourceFile), readPieces(source.value));
      } finally {
        await source.value.close();
      }
    },
    locate: (file) => {
      const held = pathOf(root, file.sha256);
      return existsSync(held) && statSync(held).size === file.size
        ? succeed(held)
        : failWith('evidence-file-missing', { path: file.name });
    },
    find: (sha256) => onStorageLater(root, () => findHeld(root, sha256)),
  };
}

interface Places {
  readonly root: string;
  readonly unfinished: string;
  readonly limitBytes: number;
}

async function keepBytes(
  { root, unfinished, limitBytes }: Places,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Result<StoredFile>> {
  const temporary = path.join(unfinished, randomUUID());
  try {
    makeFolder(unfinished);
    const copied = await copyAndDigest(arrivingBytes(bytes), temporary, limitBytes);
    if (!copied.ok) return copied;
    const { sha256, size } = copied.value;
    await moveIntoPlace(root, temporary, sha256, size);
    return succeed({ sha256, size, name: cleanFileName(name) });
  } catch (error) {
    if (!(error instanceof ArrivalFailure)) throw error;
    return failWith('file-unreadable', { path: cleanFileName(name), reason: error.message });
  } finally {
    await rm(temporary, { force: true });
  }
}

async function findHeld(root: string, sha256: string): Promise<Result<HeldFile>> {
  const file = pathOf(root, sha256);
  if (!/^[0-9a-f]{64}$/u.test(sha256) || !existsSync(file))
    return failWith('evidence-file-missing', { path: sha256.slice(0, 64) });
  const handle = await open(file, 'r');
  try {
    const start = Buffer.alloc(sniffedBytes);
    const { bytesRead } = await handle.read(start, 0, sniffedBytes, 0);
    const { size } = await handle.stat();
    return succeed({ file, size, inlineType: sniffInlineType(start.subarray(0, bytesRead)) });
  } finally {
    await handle.close();
  }
}

async function openSource(sourceFile: string, limitBytes: number): Promise<Result<FileHandle>> {
  try {
    const found = await stat(sourceFile);
    if (!found.isFile()) return failWith('file-unreadable', { path: sourceFile, reason: 'not a file' });
    if (found.size > limitBytes) return tooLarge(limitBytes);
    return succeed(await open(sourceFile, 'r'));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return failWith('file-not-found', { path: sourceFile });
    return failWith('file-unreadable', { path: sourceFile, reason: code });
  }
}

const pieceBytes = 1024 * 1024;

async function* readPieces(source: FileHandle): AsyncGenerator<Uint8Array, void> {
  const piece = Buffer.alloc(pieceBytes);
  for (;;) {
    const { bytesRead } = await source.read(piece, 0, pieceBytes);
    if (bytesRead === 0) return;
    yield piece.subarray(0, bytesRead);
  }
}

async function copyAndDigest(
  bytes: AsyncIterable<Uint8Array>,
  target: string,
  limitBytes: number,
): Promise<Result<{ sha256: string; size: number }>> {
  const copy = await open(target, 'wx');
  try {
    const digest = createHash('sha256');
    let size = 0;
    for await (const piece of bytes) {
      size += piece.length;
      if (size > limitBytes) return tooLarge(limitBytes);
      digest.update(piece);
      await copy.writeFile(piece);
    }
    await copy.sync();
    return succeed({ sha256: digest.digest('hex'), size });
  } finally {
    await copy.close();
  }
}

async function moveIntoPlace(root: string, temporary: string, sha256: string, size: number): Promise<void> {
  const held = pathOf(root, sha256);
  // A file of another size under this name was damaged from outside; the good copy takes its place.
  if (existsSync(held) && statSync(held).size === size) return;
  makeFolder(path.dirname(held));
  await rename(temporary, held);
  syncFolder(path.dirname(held));
}

function makeFolder(folder: string): void {
  const firstMade = mkdirSync(folder, { recursive: true });
  if (firstMade !== undefined) syncFolder(path.dirname(firstMade));
}

function pathOf(root: string, sha256: string): string {
  return path.join(root, sha256.slice(0, 2), sha256);
}

function tooLarge(limitBytes: number): Result<never> {
  return failWith('file-too-large', { limit: Math.floor(limitBytes / 1024 / 1024) });
}
