/** One picture of an icon: a PNG with as many pixels across as it is high. */
export interface IconPicture {
  readonly pixels: number;
  readonly png: Uint8Array;
}

const headBytes = 6;
const entryBytes = 16;

/**
 * An .ico file whose pictures are PNGs, which Windows reads since Vista. Layout: head, one entry of the directory for
 * each picture, the pictures. https://learn.microsoft.com/windows/win32/menurc/newheader
 */
export function writeIco(pictures: readonly IconPicture[]): Buffer {
  const head = Buffer.alloc(headBytes + entryBytes * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { pixels, png }] of pictures.entries()) {
    const at = headBytes + entryBytes * index;
    // One byte for each side; 0 says 256.
    head.writeUInt8(pixels % 256, at);
    head.writeUInt8(pixels % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}
