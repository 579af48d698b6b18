import { readSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';

/** Bytes that can be read anywhere: of a file held open, or in memory. */
export interface ByteSource {
  readonly size: number;
  /** Exactly these bytes; for what is known to be small. Throws `SourceFailure` where they are not there. */
  read(position: number, length: number): Buffer;
  /** The same, piece by piece and without holding up anybody else. */
  readPieces(position: number, length: number): AsyncIterable<Buffer> | Iterable<Buffer>;
  close(): Promise<void>;
}

/** The disk or the cable gave way while a file was being read. */
export class SourceFailure extends Error {}

/** Smaller files are read at once: for them every call to the system counts more than a few megabytes do. */
const wholeFileBytes = 8 * 1024 * 1024;
const pieceBytes = 1024 * 1024;

/** Opens a file for reading; it is never changed. Errors: `file-not-found`, `file-unreadable`. */
export async function openSource(file: string): Promise<Result<ByteSource>> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, 'r');
    const found = await handle.stat();
    if (!found.isFile()) {
      await handle.close();
      return failWith('file-unreadable', { path: file, reason: 'not a file' });
    }
    if (found.size > wholeFileBytes) return succeed(sourceOfHandle(handle, found.size));
    const bytes = Buffer.alloc(found.size);
    const length = readFully(handle, bytes, 0);
    await handle.close();
    return succeed(sourceOfBytes(bytes.subarray(0, length)));
  } catch (error) {
    await handle?.close();
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return failWith('file-not-found', { path: file });
    return failWith('file-unreadable', { path: file, reason: code });
  }
}

/** Bytes in memory as a source. */
export function sourceOfBytes(bytes: Buffer): ByteSource {
  const read = (position: number, length: number): Buffer => {
    if (position < 0 || position + length > bytes.length) throw new SourceFailure('beyond the end');
    return bytes.subarray(position, position + length);
  };
  return {
    size: bytes.length,
    read,
    readPieces: (position, length) => [read(position, length)],
    close: () => Promise.resolve(),
  };
}

function sourceOfHandle(handle: FileHandle, size: number): ByteSource {
  return {
    size,
    read: (position, length) => {
      if (position < 0 || position + length > size) throw new SourceFailure('beyond the end');
      const bytes = Buffer.alloc(length);
      if (readFully(handle, bytes, position) < length) throw new SourceFailure('shorter than before');
      return bytes;
    },
    async *readPieces(position, length) {
      for (let done = 0; done < length;) {
        // Whoever takes a piece may keep it, so each has memory of its own.
        const wanted = Math.min(pieceBytes, length - done);
        const { bytesRead, buffer } = await readPiece(handle, wanted, position + done);
        if (bytesRead === 0) throw new SourceFailure('shorter than before');
        yield buffer.subarray(0, bytesRead);
        done += bytesRead;
      }
    },
    close: () => handle.close(),
  };
}

async function readPiece(handle: FileHandle, length: number, position: number) {
  try {
    return await handle.read(Buffer.alloc(length), 0, length, position);
  } catch (error) {
    throw new SourceFailure(codeOf(error), { cause: error });
  }
}

function readFully(handle: FileHandle, target: Buffer, position: number): number {
  try {
    let done = 0;
    while (done < target.length) {
      const count = readSync(handle.fd, target, done, target.length - done, position + done);
      if (count === 0) break;
      done += count;
    }
    return done;
  } catch (error) {
    throw new SourceFailure(codeOf(error), { cause: error });
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
