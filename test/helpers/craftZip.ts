import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip that need not be a right one; what is left out follows from the content. */
export interface CraftedEntry {
  readonly name: string;
  readonly content: Uint8Array;
  /** 8 deflated (as it is where left out), 0 stored. */
  readonly method?: number;
  readonly flags?: number;
  /** What stands in the file instead of the packed content. */
  readonly packed?: Uint8Array;
  readonly size?: number;
  readonly packedSize?: number;
  readonly crc?: number;
  readonly attributes?: number;
  readonly madeBy?: number;
  readonly extra?: Uint8Array;
  readonly comment?: string;
  /** Where the entry's own header differs from the directory. */
  readonly header?: { readonly name?: string; readonly size?: number; readonly method?: number };
  /** Points the directory to the header of another entry. */
  readonly sharesHeaderOf?: string;
  /** Bytes between this entry and the one before it. */
  readonly gap?: Uint8Array;
  /** Sizes stand behind the content, and the header leaves them open. */
  readonly descriptor?: boolean;
}

export interface CraftedEnd {
  readonly comment?: Uint8Array;
  /** Before the first entry; places in the directory count it in. */
  readonly prefix?: Uint8Array;
  /** Between the directory and its end record. */
  readonly gap?: Uint8Array;
  readonly entries?: number;
  readonly directorySize?: number;
  readonly directoryStart?: number;
}

/** The bytes of a zip to the letter of what was asked for (PKWARE APPNOTE 4.3). */
export function craftZip(entries: readonly CraftedEntry[], end: CraftedEnd = {}): Buffer {
  const parts: Buffer[] = [];
  let directoryStart = 0;
  const put = (part: Buffer): void => {
    parts.push(part);
    directoryStart += part.length;
  };
  put(Buffer.from(end.prefix ?? []));
  const starts = new Map<string, number>();
  const records = entries.map((entry) => {
    put(Buffer.from(entry.gap ?? []));
    const start = starts.get(entry.sharesHeaderOf ?? '') ?? directoryStart;
    starts.set(entry.name, start);
    if (entry.sharesHeaderOf === undefined) put(localPart(entry));
    return directoryRecord(entry, start);
  });
  const directory = Buffer.concat(records);
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(end.entries ?? entries.length, 8);
  last.writeUInt16LE(end.entries ?? entries.length, 10);
  last.writeUInt32LE(end.directorySize ?? directory.length, 12);
  last.writeUInt32LE(end.directoryStart ?? directoryStart, 16);
  last.writeUInt16LE(end.comment?.length ?? 0, 20);
  return Buffer.concat([
    ...parts,
    directory,
    Buffer.from(end.gap ?? []),
    last,
    Buffer.from(end.comment ?? []),
  ]);
}

interface Figures {
  readonly name: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
}

const descriptorFlag = 8;
const utf8Flag = 0x800;

function figuresOf(entry: CraftedEntry): Figures {
  const method = entry.method ?? 8;
  return {
    name: Buffer.from(entry.name),
    flags: (entry.flags ?? utf8Flag) | (entry.descriptor ? descriptorFlag : 0),
    method,
    crc: entry.crc ?? crc32(entry.content),
    packedSize: entry.packedSize ?? packedOf(entry).length,
    size: entry.size ?? entry.content.length,
  };
}

function packedOf({ content, method = 8, packed }: CraftedEntry): Uint8Array {
  return packed ?? (method === 8 ? deflateRawSync(content) : content);
}

function localPart(entry: CraftedEntry): Buffer {
  const figures = figuresOf(entry);
  const name = Buffer.from(entry.header?.name ?? entry.name);
  const header = Buffer.alloc(30);
  const open = entry.descriptor ? 0 : 1;
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(figures.flags, 6);
  header.writeUInt16LE(entry.header?.method ?? figures.method, 8);
  header.writeUInt32LE(figures.crc * open, 14);
  header.writeUInt32LE(figures.packedSize * open, 18);
  header.writeUInt32LE((entry.header?.size ?? figures.size) * open, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([
    header,
    name,
    packedOf(entry),
    entry.descriptor ? descriptorOf(figures) : Buffer.alloc(0),
  ]);
}

function descriptorOf({ crc, packedSize, size }: Figures): Buffer {
  const descriptor = Buffer.alloc(16);
  [0x08074b50, crc, packedSize, size].forEach((figure, index) => descriptor.writeUInt32LE(figure, index * 4));
  return descriptor;
}

function directoryRecord(entry: CraftedEntry, start: number): Buffer {
  const { name, flags, method, crc, packedSize, size } = figuresOf(entry);
  const extra = Buffer.from(entry.extra ?? []);
  const comment = Buffer.from(entry.comment ?? '');
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(entry.madeBy ?? 0x033f, 4);
  record.writeUInt16LE(20, 6);
  record.writeUInt16LE(flags, 8);
  record.writeUInt16LE(method, 10);
  record.writeUInt32LE(crc, 16);
  record.writeUInt32LE(packedSize, 20);
  record.writeUInt32LE(size, 24);
  record.writeUInt16LE(name.length, 28);
  record.writeUInt16LE(extra.length, 30);
  record.writeUInt16LE(comment.length, 32);
  record.writeUInt32LE(entry.attributes ?? 0o100644 * 0x10000, 38);
  record.writeUInt32LE(start, 42);
  return Buffer.concat([record, name, extra, comment]);
}
