import { hash, createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { appError, failWith, succeed, type AppError, type Result } from '#shared/errors/result.ts';
import type { ByteSource } from './byteSource.ts';
import type { ZipEntry } from './zipEntries.ts';

/** What an entry unpacks to was refused while it was being read. */
export class UnpackingRefused extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

/** Up to here an entry is unpacked in one go, which is several times faster than a stream for a small one. */
const inMemoryBytes = 4 * 1024 * 1024;

/**
 * The whole content of an entry whose declared size is within a limit. Never more than that size is unpacked.
 * Errors: `package-bomb`, `package-damaged`.
 */
export function unpackWhole(source: ByteSource, entry: ZipEntry): Result<Buffer> {
  const packed = source.read(entry.start, entry.packedSize);
  const content = entry.isDeflated ? inflateWhole(packed, entry) : succeed(packed);
  if (!content.ok) return content;
  const isIntact = content.value.length === entry.size && crc32(content.value) === entry.crc32;
  return isIntact ? content : failWith('package-damaged', {}, entry.name);
}

function inflateWhole(packed: Buffer, { name, size }: ZipEntry): Result<Buffer> {
  try {
    const { buffer, engine } = inflateRawSync(packed, {
      maxOutputLength: Math.max(size, 1),
      info: true,
    }) as unknown as { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };
    // Bytes behind the end of the deflated stream would belong to nothing.
    return engine.bytesWritten === packed.length ? succeed(buffer) : failWith('package-damaged', {}, name);
  } catch (error) {
    return failWith(isTooLong(error) ? 'package-bomb' : 'package-damaged', {}, name);
  }
}

function isTooLong(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
}

/**
 * SHA-256 of an entry's content, with a bounded part of it in memory. Errors: `package-bomb`, `package-damaged`.
 */
export async function digestEntry(source: ByteSource, entry: ZipEntry): Promise<Result<string>> {
  if (entry.size <= inMemoryBytes && entry.packedSize <= inMemoryBytes) {
    const content = unpackWhole(source, entry);
    return content.ok ? succeed(hash('sha256', content.value, 'hex')) : content;
  }
  const digest = createHash('sha256');
  try {
    for await (const piece of unpackPieces(source, entry)) digest.update(piece);
    return succeed(digest.digest('hex'));
  } catch (error) {
    if (error instanceof UnpackingRefused) return { ok: false, errors: [error.error] };
    throw error;
  }
}

/** The content of an entry piece by piece. Throws `UnpackingRefused` and `SourceFailure`. */
export async function* unpackPieces(source: ByteSource, entry: ZipEntry): AsyncGenerator<Buffer, void> {
  let size = 0;
  let checksum = 0;
  for await (const piece of inflatePieces(source, entry)) {
    size += piece.length;
    if (size > entry.size) throw new UnpackingRefused(appError('package-bomb', {}, entry.name));
    checksum = crc32(piece, checksum);
    yield piece;
  }
  if (size !== entry.size || checksum !== entry.crc32) throw damagedEntry(entry);
}

async function* inflatePieces(source: ByteSource, entry: ZipEntry): AsyncGenerator<Buffer, void> {
  const packed = source.readPieces(entry.start, entry.packedSize);
  if (!entry.isDeflated) {
    yield* packed;
    return;
  }
  const input = Readable.from(packed);
  const inflate = createInflateRaw();
  input.on('error', (error) => inflate.destroy(error));
  input.pipe(inflate);
  try {
    for await (const piece of inflate) yield piece as Buffer;
    if (inflate.bytesWritten !== entry.packedSize) throw damagedEntry(entry);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    // Error codes of zlib: https://nodejs.org/api/errors.html, Z_DATA_ERROR and its like.
    throw code.startsWith('Z_') ? damagedEntry(entry) : error;
  } finally {
    input.destroy();
    inflate.destroy();
  }
}

function damagedEntry({ name }: ZipEntry): UnpackingRefused {
  return new UnpackingRefused(appError('package-damaged', {}, name));
}
