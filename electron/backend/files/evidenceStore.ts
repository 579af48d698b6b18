import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { onStorageLater } from '../db/storageFailure.ts';
import { syncFolder } from './syncFolder.ts';

/** A file held by its content; the name is only for people. */
export interface StoredFile {
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
}

/** Files that prove answers, `evidence/<aa>/<sha256>` beside the database; equal content is kept once. */
export interface EvidenceStore {
  /**
   * Copies a file in; it is durable when this returns. Errors: `file-not-found`, `file-unreadable`,
   * `file-too-large`, `disk-full`, `folder-read-only`, `file-not-writable`.
   */
  add(sourceFile: string): Promise<Result<StoredFile>>;
  /** Path of a file in the store. Errors: `evidence-file-missing`, also where its size is not as it was. */
  locate(file: StoredFile): Result<string>;
}

export const evidenceLimitBytes = 200 * 1024 * 1024;

/**
 * Opens the folder of evidence beside a database and clears away what a killed copy left behind; the caller
 * holds the database's lock. Throws what the file system throws.
 */
export function openEvidenceStore(dataFolder: string, limitBytes = evidenceLimitBytes): EvidenceStore {
  const root = path.join(dataFolder, 'evidence');
  const unfinished = path.join(root, 'unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  return {
    add: (sourceFile) => onStorageLater(root, () => addFile(root, unfinished, sourceFile, limitBytes)),
    locate: (file) => {
      const held = pathOf(root, file.sha256);
      return existsSync(held) && statSync(held).size === file.size
        ? succeed(held)
        : failWith('evidence-file-missing', { path: file.name });
    },
  };
}

async function addFile(
  root: string,
  unfinished: string,
  sourceFile: string,
  limitBytes: number,
): Promise<Result<StoredFile>> {
  const source = await openSource(sourceFile, limitBytes);
  if (!source.ok) return source;
  const temporary = path.join(unfinished, randomUUID());
  try {
    makeFolder(unfinished);
    const copied = await copyAndDigest(source.value, temporary, limitBytes);
    if (!copied.ok) return copied;
    const { sha256, size } = copied.value;
    await moveIntoPlace(root, temporary, sha256, size);
    return succeed({ sha256, size, name: path.basename(sourceFile).normalize('NFC') });
  } finally {
    await source.value.close();
    await rm(temporary, { force: true });
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

const chunkBytes = 1024 * 1024;

async function copyAndDigest(
  source: FileHandle,
  target: string,
  limitBytes: number,
): Promise<Result<{ sha256: string; size: number }>> {
  const copy = await open(target, 'wx');
  try {
    const digest = createHash('sha256');
    const chunk = Buffer.alloc(chunkBytes);
    let size = 0;
    for (;;) {
      const { bytesRead } = await source.read(chunk, 0, chunkBytes);
      if (bytesRead === 0) break;
      size += bytesRead;
      if (size > limitBytes) return tooLarge(limitBytes);
      const piece = chunk.subarray(0, bytesRead);
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
