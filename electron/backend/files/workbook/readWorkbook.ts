import readExcelFile from 'read-excel-file/node';
import yauzl from 'yauzl';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { ReadSheet } from '#shared/format/template/sheetCells.ts';
import { tellShown, type WorkbookParts } from './shownCells.ts';

/** Far above any template; a file that unpacks to more is refused before anything of it is kept. */
const limits = { bytes: 10 * 1024 * 1024, unpackedBytes: 80 * 1024 * 1024, entries: 500 } as const;

/**
 * Reads all sheets of a workbook. Errors: `file-too-large`, `workbook-unreadable` (no XLSX, damaged, protected by a password,
 * or unpacking to more than any form needs).
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<readonly ReadSheet[]>> {
  if (bytes.byteLength > limits.bytes)
    return failWith('file-too-large', { limit: limits.bytes / 1024 / 1024 });
  const buffer = Buffer.from(bytes);
  try {
    const parts = await unpackParts(buffer);
    const sheets = await readExcelFile(buffer);
    const read = sheets.map(({ sheet, data }) => ({ sheet, data: data as ReadSheet['data'] }));
    return succeed(tellShown(read, parts));
  } catch {
    return failWith('workbook-unreadable');
  }
}

const isText = /\.(?:xml|rels)$/u;

/** Unpacks every entry and keeps what is text; sizes that an archive declares are only claims. */
function unpackParts(buffer: Buffer): Promise<WorkbookParts> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(buffer, { lazyEntries: true }, (error, archive) => {
      if (error) {
        reject(error);
        return;
      }
      let unpacked = 0;
      const parts = new Map<string, string>();
      const take = (size: number): boolean => (unpacked += size) <= limits.unpackedBytes;
      if (archive.entryCount > limits.entries) reject(new Error('Too many entries'));
      archive.on('error', reject);
      archive.on('end', () => resolve(parts));
      archive.on('entry', (entry: yauzl.Entry) => {
        archive.openReadStream(entry, (failure, stream) => {
          if (failure) {
            reject(failure);
            return;
          }
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => {
            if (!take(chunk.length)) stream.destroy(new Error('Unpacks to too much'));
            else if (isText.test(entry.fileName)) chunks.push(chunk);
          });
          stream.on('error', reject);
          stream.on('end', () => {
            if (isText.test(entry.fileName))
              parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
            archive.readEntry();
          });
        });
      });
      archive.readEntry();
    });
  });
}
