import { findSfntTable } from './sfntTables.ts';

/** Width of a letter in em, by its code point. */
export type LetterWidths = (codePoint: number) => number;

/**
 * Reads the advance widths of a TrueType font (tables `head`, `hhea`, `hmtx` and the Unicode plane 0 map of `cmap`,
 * format 4). A letter that the font lacks has the width of its box for missing letters.
 */
export function readLetterWidths(font: Buffer): LetterWidths {
  const unitsPerEm = findSfntTable(font, 'head').readUInt16BE(18);
  const glyphsWithWidth = findSfntTable(font, 'hhea').readUInt16BE(34);
  const metrics = findSfntTable(font, 'hmtx');
  const glyphOf = readCharacterMap(findSfntTable(font, 'cmap'));
  const known = new Map<number, number>();
  return (codePoint) => {
    const seen = known.get(codePoint);
    if (seen !== undefined) return seen;
    const glyph = Math.min(glyphOf(codePoint), glyphsWithWidth - 1);
    const width = metrics.readUInt16BE(glyph * 4) / unitsPerEm;
    known.set(codePoint, width);
    return width;
  };
}

/** https://learn.microsoft.com/typography/opentype/spec/cmap#format-4-segment-mapping-to-delta-values */
function readCharacterMap(table: Buffer): (codePoint: number) => number {
  const map = findFormat4(table);
  const segments = map.readUInt16BE(6) / 2;
  const ends = 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const offsets = deltas + segments * 2;
  return (codePoint) => {
    for (let segment = 0; segment < segments; segment += 1) {
      if (codePoint > map.readUInt16BE(ends + segment * 2)) continue;
      const start = map.readUInt16BE(starts + segment * 2);
      if (codePoint < start) return 0;
      const delta = map.readUInt16BE(deltas + segment * 2);
      const place = offsets + segment * 2;
      const offset = map.readUInt16BE(place);
      if (offset === 0) return (codePoint + delta) % 0x1_00_00;
      const glyph = map.readUInt16BE(place + offset + (codePoint - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) % 0x1_00_00;
    }
    return 0;
  };
}

function findFormat4(table: Buffer): Buffer {
  for (let index = 0; index < table.readUInt16BE(2); index += 1) {
    const map = table.subarray(table.readUInt32BE(4 + index * 8 + 4));
    if (map.readUInt16BE(0) === 4) return map;
  }
  throw new Error('The font has no character map of format 4');
}
