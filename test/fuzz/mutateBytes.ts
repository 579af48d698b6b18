import type { RandomBelow } from '../fault/seededRandom.ts';

/** Spoils bytes in one way; `others` are whole packages to take pieces from. */
export type ByteMutation = (bytes: Buffer, random: RandomBelow, others: readonly Buffer[]) => Buffer;

/** By name, which a failure reports. */
export const byteMutations: Readonly<Record<string, ByteMutation>> = {
  flipBits: (bytes, random) => {
    const spoilt = Buffer.from(bytes);
    for (let left = 1 + random(4); left > 0; left -= 1) {
      const at = random(spoilt.length);
      spoilt[at] = (spoilt[at] ?? 0) ^ (1 << random(8));
    }
    return spoilt;
  },
  setBytes: (bytes, random) => {
    const spoilt = Buffer.from(bytes);
    const at = random(spoilt.length);
    const values = [0, 0xff, 0x7f, 0x80, random(256)];
    spoilt.fill(values[random(values.length)] ?? 0, at, Math.min(at + 1 + random(8), spoilt.length));
    return spoilt;
  },
  /** Of the headers, the directory and its end, where sizes and places stand. */
  setFieldOfZip: (bytes, random) => {
    const spoilt = Buffer.from(bytes);
    const marks = placesOf(spoilt, 'PK');
    const at = Math.min((marks[random(marks.length)] ?? 0) + random(46), spoilt.length - 4);
    const figures = [0, 1, 0xffff, 0xffffffff, 0x7fffffff, spoilt.length, random(spoilt.length)];
    spoilt.writeUInt32LE(figures[random(figures.length)] ?? 0, at);
    return spoilt;
  },
  cutOff: (bytes, random) => bytes.subarray(0, random(bytes.length)),
  cutStart: (bytes, random) => bytes.subarray(1 + random(bytes.length - 1)),
  cutOut: (bytes, random) => {
    const from = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + 1 + random(64))]);
  },
  insert: (bytes, random) => {
    const at = random(bytes.length + 1);
    const garbage = Buffer.from(Array.from({ length: 1 + random(64) }, () => random(256)));
    return Buffer.concat([bytes.subarray(0, at), garbage, bytes.subarray(at)]);
  },
  repeatPart: (bytes, random) => {
    const from = random(bytes.length);
    const to = from + 1 + random(bytes.length - from);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to)]);
  },
  splice: (bytes, random, others) => {
    const other = others[random(others.length)] ?? bytes;
    return Buffer.concat([bytes.subarray(0, random(bytes.length)), other.subarray(random(other.length))]);
  },
  overwrite: (bytes, random, others) => {
    const other = others[random(others.length)] ?? bytes;
    const spoilt = Buffer.from(bytes);
    const from = random(other.length);
    other.copy(spoilt, random(spoilt.length), from, from + 1 + random(200));
    return spoilt;
  },
};

function placesOf(bytes: Buffer, mark: string): readonly number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 1)) places.push(at);
  return places;
}
