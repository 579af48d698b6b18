import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { syncFile } from '#backend/files/syncFolder.ts';

const openFile = promisify<string, yauzl.Options, ZipFile>(yauzl.open);

/**
 * Unpacks the zip of a portable folder. It was signed as a whole; that nothing leaves `folder` is checked all the same
 * (yauzl refuses names that lead outside). Throws for a broken zip and what the file system throws.
 */
export async function unpackPortable(zipFile: string, folder: string): Promise<void> {
  const zip = await openFile(zipFile, { lazyEntries: true, autoClose: false, strictFileNames: true });
  try {
    await new Promise<void>((resolve, reject) => {
      zip.on('entry', (entry: Entry) => {
        unpackEntry(zip, entry, folder).then(() => zip.readEntry(), reject);
      });
      zip.on('end', () => resolve());
      zip.on('error', reject);
      zip.readEntry();
    });
  } finally {
    zip.close();
  }
}

async function unpackEntry(zip: ZipFile, entry: Entry, folder: string): Promise<void> {
  const target = path.join(folder, entry.fileName);
  if (entry.fileName.endsWith('/')) {
    mkdirSync(target, { recursive: true });
    return;
  }
  mkdirSync(path.dirname(target), { recursive: true });
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => {
      if (error) reject(error);
      else resolve(opened);
    });
  });
  await pipeline(stream, createWriteStream(target, { flags: 'wx', mode: 0o755 }));
  syncFile(target);
}
