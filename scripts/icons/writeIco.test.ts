import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../bootstrap.mjs';
import { writeIco } from './writeIco.ts';

const pngStart = Buffer.from('89504e470d0a1a0a', 'hex');

/** Reads an icon as Windows does: by the places that its directory names. */
function readIco(file: Buffer): { pixels: number; png: Buffer }[] {
  expect([file.readUInt16LE(0), file.readUInt16LE(2)]).toEqual([0, 1]);
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index;
    const offset = file.readUInt32LE(at + 12);
    return {
      pixels: file.readUInt8(at) || 256,
      png: file.subarray(offset, offset + file.readUInt32LE(at + 8)),
    };
  });
}

test('an icon gives each picture back by its directory', () => {
  const small = Buffer.from('small');
  const large = Buffer.from('large picture');
  const icon = writeIco([
    { pixels: 16, png: small },
    { pixels: 256, png: large },
  ]);
  expect(readIco(icon)).toEqual([
    { pixels: 16, png: small },
    { pixels: 256, png: large },
  ]);
});

test.each(['app', 'package'])('the committed icon %s holds PNGs of the sizes it names', (name) => {
  const pictures = readIco(readFileSync(path.join(root, 'resources', 'icons', `${name}.ico`)));
  expect(pictures.map(({ pixels }) => pixels)).toEqual([16, 24, 32, 48, 64, 128, 256]);
  for (const { pixels, png } of pictures) {
    expect(png.subarray(0, 8).equals(pngStart)).toBe(true);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([pixels, pixels]);
  }
});
