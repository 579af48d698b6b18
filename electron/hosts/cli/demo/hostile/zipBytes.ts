import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip in which anything may be wrong on purpose. */
export interface ZipPart {
  /** The bytes of the name. */
  readonly name: string | Uint8Array;
  readonly content: Uint8Array;
  readonly isStored?: boolean;
  /** Compression method as declared, whatever the bytes are. */
  readonly method?: number;
  /** Unpacked size as declared. */
  readonly declaredSize?: number;
  readonly flags?: number;
  /** As Unix keeps it, in the upper 16 bits of the attributes. */
  readonly unixMode?: number;
  /** Stands in the directory only, and points to the bytes of this entry. */
  readonly sharesBytesOf?: number;
}

// Fields: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
const unixVersion = (3 << 8) | 20;
// 1 January 1980, the first day a zip can name: equal content gives equal bytes.
const dosDay = 0x21;

/** The bytes of a zip with these parts, in order. */
export function zipBytes(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const records: Buffer[] = [];
  const places: number[] = [];
  let at = 0;
  for (const part of parts) {
    const packed = part.isStored ? Buffer.from(part.content) : deflateRawSync(part.content);
    const fields = fieldsOf(part, packed);
    const name = Buffer.from(part.name);
    const shared = part.sharesBytesOf === undefined ? undefined : places[part.sharesBytesOf];
    places.push(shared ?? at);
    records.push(Buffer.concat([recordOf(fields, name, part, shared ?? at), name]));
    if (shared !== undefined) continue;
    const body = Buffer.concat([headerOf(fields, name), name, packed]);
    bodies.push(body);
    at += body.length;
  }
  const directory = Buffer.concat(records);
  return Buffer.concat([...bodies, directory, endOf(parts.length, directory.length, at)]);
}

/** Version needed, flags, method, time, day, checksum, packed size, size: alike in header and record. */
function fieldsOf(part: ZipPart, packed: Buffer): Buffer {
  const fields = Buffer.alloc(22);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(part.flags ?? 0, 2);
  fields.writeUInt16LE(part.method ?? (part.isStored ? 0 : 8), 4);
  fields.writeUInt16LE(dosDay, 8);
  fields.writeUInt32LE(crc32(part.content), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(part.declaredSize ?? part.content.length, 18);
  return fields;
}

function headerOf(fields: Buffer, name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.write('PK\u0003\u0004', 0, 'latin1');
  fields.copy(header, 4);
  header.writeUInt16LE(name.length, 26);
  return header;
}

function recordOf(fields: Buffer, name: Buffer, { unixMode = 0o100644 }: ZipPart, place: number): Buffer {
  const record = Buffer.alloc(46);
  record.write('PK\u0001\u0002', 0, 'latin1');
  record.writeUInt16LE(unixVersion, 4);
  fields.copy(record, 6);
  record.writeUInt16LE(name.length, 28);
  record.writeUInt32LE(unixMode * 0x10000, 38);
  record.writeUInt32LE(place, 42);
  return record;
}

function endOf(count: number, size: number, place: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(place, 16);
  return end;
}
