import { inflateRawSync } from 'node:zlib';

/**
 * One entry of a zip archive as text, found through the archive's directory (PKWARE APPNOTE 4.3.12); stored or
 * deflated, without encryption or the 64-bit extension.
 */
export function readZipText(archive: Buffer, name: string): string {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let entry = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = archive.readUInt16LE(entry + 28);
    if (archive.toString('utf8', entry + 46, entry + 46 + nameLength) === name) return textOf(archive, entry);
    entry += 46 + nameLength + archive.readUInt16LE(entry + 30) + archive.readUInt16LE(entry + 32);
  }
  throw new Error(`The archive has no ${name}`);
}

/** The names of all entries in the order of the directory. */
export function listZipNames(archive: Buffer): readonly string[] {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const names: string[] = [];
  let entry = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = archive.readUInt16LE(entry + 28);
    names.push(archive.toString('utf8', entry + 46, entry + 46 + nameLength));
    entry += 46 + nameLength + archive.readUInt16LE(entry + 30) + archive.readUInt16LE(entry + 32);
  }
  return names;
}

function textOf(archive: Buffer, entry: number): string {
  const size = archive.readUInt32LE(entry + 20);
  const place = archive.readUInt32LE(entry + 42);
  const start = place + 30 + archive.readUInt16LE(place + 26) + archive.readUInt16LE(place + 28);
  const bytes = archive.subarray(start, start + size);
  const isStored = archive.readUInt16LE(entry + 10) === 0;
  return (isStored ? bytes : inflateRawSync(bytes)).toString('utf8');
}
