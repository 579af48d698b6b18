import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { ByteSource } from './byteSource.ts';

// Places of fields: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.

/** One line of the zip's directory. */
export interface DirectoryRecord {
  /** Latin-1, one character for each byte: names of ours are ASCII, and nothing else is compared with them. */
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly packedSize: number;
  readonly size: number;
  readonly madeBy: number;
  readonly attributes: number;
  /** Where the entry's own header stands. */
  readonly headerStart: number;
  /** Length of this record with all its parts. */
  readonly length: number;
}

/** What stands directly before the bytes of an entry. */
export interface LocalHeader extends Pick<
  DirectoryRecord,
  'name' | 'flags' | 'method' | 'crc32' | 'packedSize' | 'size'
> {
  readonly dataStart: number;
}

/** Where the directory lies. */
export interface DirectoryPlace {
  readonly start: number;
  readonly size: number;
  readonly entries: number;
}

export const localSignature = 0x04034b50;
const recordSignature = 0x02014b50;
const endSignature = 0x06054b50;
export const localLength = 30;
export const recordLength = 46;
const endLength = 22;
const longestComment = 0xffff;

/** Encrypted, strongly encrypted, or with a masked directory. */
const encryptionFlags = 0x1 | 0x40 | 0x2000;
export const descriptorFlag = 0x8;

export function isEncrypted({ flags }: Pick<DirectoryRecord, 'flags'>): boolean {
  return (flags & encryptionFlags) !== 0;
}

/**
 * The directory must end where the record of its end begins, and that must be the last of the file: nothing can hide
 * behind it, in a comment or before the first entry. Errors: `package-cut-off`, `package-damaged`, `package-entry-kind`
 * (the 64-bit form or several volumes, which no file within our limits needs).
 */
export function locateDirectory(source: ByteSource): Result<DirectoryPlace> {
  if (source.size < endLength) return failWith('package-cut-off');
  const end = source.read(source.size - endLength, endLength);
  if (end.readUInt32LE(0) !== endSignature || end.readUInt16LE(20) !== 0) return failWith(whyNoEnd(source));
  const [disk, firstDisk, entriesHere, entries] = [4, 6, 8, 10].map((place) => end.readUInt16LE(place));
  const size = end.readUInt32LE(12);
  const start = end.readUInt32LE(16);
  if (entries === 0xffff || size === 0xffffffff || start === 0xffffffff || disk !== 0 || firstDisk !== 0) {
    return failWith('package-entry-kind', {}, 'zip');
  }
  const isTight = start + size + endLength === source.size && entriesHere === entries;
  if (!isTight || entries === undefined || entries === 0) return failWith('package-damaged', {}, 'zip');
  return succeed({ start, size, entries });
}

/** An end that is whole has something behind it; anything else means that the file was cut off. */
function whyNoEnd(source: ByteSource): 'package-damaged' | 'package-cut-off' {
  const length = Math.min(source.size, longestComment + endLength);
  const tail = source.read(source.size - length, length);
  const end = tail.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  return end !== -1 && end + endLength <= length ? 'package-damaged' : 'package-cut-off';
}

/** The record at a place of the directory; undefined where none stands. */
export function readRecord(directory: Buffer, at: number): DirectoryRecord | undefined {
  if (at + recordLength > directory.length || directory.readUInt32LE(at) !== recordSignature)
    return undefined;
  const nameLength = directory.readUInt16LE(at + 28);
  const length =
    recordLength + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  if (at + length > directory.length) return undefined;
  return {
    name: directory.toString('latin1', at + recordLength, at + recordLength + nameLength),
    madeBy: directory.readUInt16LE(at + 4),
    flags: directory.readUInt16LE(at + 8),
    method: directory.readUInt16LE(at + 10),
    crc32: directory.readUInt32LE(at + 16),
    packedSize: directory.readUInt32LE(at + 20),
    size: directory.readUInt32LE(at + 24),
    attributes: directory.readUInt32LE(at + 38),
    headerStart: directory.readUInt32LE(at + 42),
    length,
  };
}

/** The header of an entry; undefined where none stands. */
export function readLocalHeader(source: ByteSource, at: number): LocalHeader | undefined {
  if (at + localLength > source.size) return undefined;
  const header = source.read(at, localLength);
  if (header.readUInt32LE(0) !== localSignature) return undefined;
  const nameLength = header.readUInt16LE(26);
  const dataStart = at + localLength + nameLength + header.readUInt16LE(28);
  if (dataStart > source.size) return undefined;
  return {
    name: source.read(at + localLength, nameLength).toString('latin1'),
    flags: header.readUInt16LE(6),
    method: header.readUInt16LE(8),
    crc32: header.readUInt32LE(14),
    packedSize: header.readUInt32LE(18),
    size: header.readUInt32LE(22),
    dataStart,
  };
}
