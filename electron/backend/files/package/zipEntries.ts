import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { PackageLimits } from '#shared/format/package/limits.ts';
import type { ByteSource } from './byteSource.ts';
import {
  descriptorFlag,
  isEncrypted,
  readLocalHeader,
  readRecord,
  recordLength,
  type DirectoryPlace,
  type DirectoryRecord,
} from './zipRecords.ts';

/** An entry whose directory record, header and place in the file agree. */
export interface ZipEntry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly crc32: number;
  /** Of its bytes in the file. */
  readonly start: number;
  readonly packedSize: number;
  /** Unpacked, as declared. */
  readonly size: number;
}

/** Longer than any record that a name of ours, with the extra fields of usual programs, can need. */
const longestRecord = recordLength + 400;

/** The first entry, by which a package is known. Errors: `package-damaged`, `package-entry-kind`. */
export function readFirstEntry(source: ByteSource, place: DirectoryPlace): Result<ZipEntry> {
  const directory = source.read(place.start, Math.min(place.size, longestRecord));
  const record = readRecord(directory, 0);
  if (record?.headerStart !== 0) return damaged('zip');
  const entry = locateEntry(source, record);
  return entry.ok ? succeed(entry.value.entry) : entry;
}

/**
 * All entries in their order in the file, which they fill without a gap from its first byte to the directory. Their
 * names are not looked at. Errors: `package-too-many-entries`, `package-entry-name`, `package-entry-kind`,
 * `package-bomb` (entries that share bytes), `package-damaged`.
 */
export function readEntries(
  source: ByteSource,
  place: DirectoryPlace,
  limits: PackageLimits,
): Result<readonly ZipEntry[]> {
  if (place.entries > limits.entries) return failWith('package-too-many-entries', { limit: limits.entries });
  if (place.size > place.entries * longestRecord) return failWith('package-entry-name', {}, 'zip');
  const directory = source.read(place.start, place.size);
  const located: LocatedEntry[] = [];
  let at = 0;
  for (let left = place.entries; left > 0; left -= 1) {
    const record = readRecord(directory, at);
    if (!record) return damaged('zip');
    const entry = locateEntry(source, record);
    if (!entry.ok) return entry;
    located.push(entry.value);
    at += record.length;
  }
  if (at !== place.size) return damaged('zip');
  return checkTiling(located, place.start);
}

interface LocatedEntry {
  readonly entry: ZipEntry;
  readonly headerStart: number;
  /** Where the next one may begin; two places where a descriptor may or may not carry its mark. */
  readonly ends: readonly number[];
}

function locateEntry(source: ByteSource, record: DirectoryRecord): Result<LocatedEntry> {
  const { name, headerStart } = record;
  if (isEncrypted(record) || !isPlainFile(record)) return failWith('package-entry-kind', {}, printable(name));
  const header = readLocalHeader(source, headerStart);
  if (!header || header.name !== name || header.flags !== record.flags || header.method !== record.method) {
    return damaged(name);
  }
  const hasDescriptor = (record.flags & descriptorFlag) !== 0;
  const agrees =
    header.crc32 === record.crc32 && header.packedSize === record.packedSize && header.size === record.size;
  if (!agrees && !hasDescriptor) return damaged(name);
  const isDeflated = record.method === 8;
  if (!isDeflated && record.size !== record.packedSize) return damaged(name);
  const dataEnd = header.dataStart + record.packedSize;
  return succeed({
    entry: {
      name,
      isDeflated,
      crc32: record.crc32,
      start: header.dataStart,
      packedSize: record.packedSize,
      size: record.size,
    },
    headerStart,
    ends: hasDescriptor ? [dataEnd + 12, dataEnd + 16] : [dataEnd],
  });
}

const madeByUnix = 3;
const folderAttribute = 0x10;

/** Stored or deflated, and by its attributes neither a folder, a link nor a device. */
function isPlainFile({ name, method, madeBy, attributes }: DirectoryRecord): boolean {
  if ((method !== 0 && method !== 8) || name.endsWith('/') || (attributes & folderAttribute) !== 0)
    return false;
  const unixKind = madeBy >>> 8 === madeByUnix ? (attributes >>> 28) & 0xf : 0;
  return unixKind === 0 || unixKind === 8;
}

function checkTiling(located: readonly LocatedEntry[], directoryStart: number): Result<readonly ZipEntry[]> {
  const inOrder = located.toSorted((a, b) => a.headerStart - b.headerStart);
  let ends: readonly number[] = [0];
  for (const one of inOrder) {
    const fault = faultBetween(ends, one.headerStart, one.entry.name);
    if (fault) return fault;
    ends = one.ends;
  }
  const fault = faultBetween(ends, directoryStart, 'zip');
  return fault ?? succeed(inOrder.map(({ entry }) => entry));
}

function faultBetween(ends: readonly number[], next: number, name: string): Result<never> | undefined {
  if (ends.includes(next)) return undefined;
  const overlaps = ends.every((end) => end > next);
  return overlaps ? failWith('package-bomb', {}, printable(name)) : damaged(name);
}

function damaged(name: string): Result<never> {
  return failWith('package-damaged', {}, printable(name));
}

/** A name out of a file that nobody has verified, fit to be shown. */
export function printable(name: string): string {
  return name.replaceAll(/[^\u0020-\u007e]/gu, '?').slice(0, 100);
}
