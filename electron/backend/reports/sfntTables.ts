/** A table of a TrueType file, by its tag. */
export interface SfntTable {
  readonly tag: string;
  readonly checksum: number;
  readonly bytes: Buffer;
}

export const sfntHeadLength = 12;
export const sfntEntryLength = 16;

/** The tables of a TrueType file (https://learn.microsoft.com/typography/opentype/spec/otff). */
export function readSfntTables(font: Buffer): readonly SfntTable[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const entry = sfntHeadLength + index * sfntEntryLength;
    const start = font.readUInt32BE(entry + 8);
    return {
      tag: font.toString('latin1', entry, entry + 4),
      checksum: font.readUInt32BE(entry + 4),
      bytes: font.subarray(start, start + font.readUInt32BE(entry + 12)),
    };
  });
}

/** One table that every TrueType font has. */
export function findSfntTable(font: Buffer, tag: string): Buffer {
  const found = readSfntTables(font).find((table) => table.tag === tag);
  if (!found) throw new Error(`The font has no table ${tag}`);
  return found.bytes;
}
