import { readSfntTables, sfntEntryLength, sfntHeadLength } from './sfntTables.ts';

/** Tables of a TrueType font that only arrange letters (kerning, ligatures, mark placement) or sign the file. */
const arrangingTables: ReadonlySet<string> = new Set([
  'GPOS',
  'GSUB',
  'GDEF',
  'BASE',
  'kern',
  'DSIG',
  'hdmx',
  'VDMX',
  'LTSH',
]);

/**
 * A TrueType font without its arranging tables. Composed Vietnamese letters (NFC) need none of them, and reading
 * them anew for each document takes a third of a scorecard's time. The outlines and widths stay as they are.
 */
export function withoutArrangingTables(font: Buffer): Buffer {
  const kept = readSfntTables(font)
    .filter((table) => !arrangingTables.has(table.tag))
    .map((table) => (table.tag === 'post' ? { ...table, bytes: withoutNames(table.bytes) } : table));
  const head = Buffer.from(font.subarray(0, sfntHeadLength));
  head.writeUInt16BE(kept.length, 4);
  const directory = Buffer.alloc(kept.length * sfntEntryLength);
  const bodies: Buffer[] = [];
  let offset = sfntHeadLength + directory.length;
  kept.forEach(({ tag, checksum, bytes }, index) => {
    const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4);
    const entry = index * sfntEntryLength;
    directory.write(tag, entry, 'latin1');
    directory.writeUInt32BE(checksum, entry + 4);
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(bytes.length, entry + 12);
    bodies.push(bytes, padding);
    offset += bytes.length + padding.length;
  });
  return Buffer.concat([head, directory, ...bodies]);
}

/** Version 3 of the table `post`: the figures without the PostScript name of each glyph, which nothing asks for. */
function withoutNames(post: Buffer): Buffer {
  const figures = Buffer.from(post.subarray(0, 32));
  figures.writeUInt32BE(0x00_03_00_00, 0);
  return figures;
}
