import { createHash } from 'node:crypto';
import { ftruncateSync, openSync, closeSync, readdirSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { craftPackage, type CraftedPackage } from '../../../../test/helpers/craftPackage.ts';
import type { CraftedEntry } from '../../../../test/helpers/craftZip.ts';
import { codeOfHostile } from '../../../../test/helpers/readHostile.ts';
import { makeTemporaryFolder, useTemporaryFolderOfSystem } from '../../../../test/helpers/temporaryFolder.ts';
import { codesOf, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { packageLimits } from '#shared/format/package/limits.ts';
import { readPackage } from './readPackage.ts';

const mebibyte = 1024 * 1024;

/** Deflated zeros: a thousandth of their size. */
function packedZeros(size: number): Buffer {
  return deflateRawSync(Buffer.alloc(size));
}

/** A package with one entry of evidence of which nothing needs to be true. */
function withEvidenceEntry(entry: Partial<CraftedEntry>): CraftedPackage {
  const name = `evidence/${'a'.repeat(64)}`;
  return {
    changeManifest: (manifest) => ({
      ...manifest,
      entries: [
        ...(manifest['entries'] as unknown[]),
        { path: name, size: entry.size ?? 0, sha256: 'a'.repeat(64) },
      ],
    }),
    changeEntries: (entries) => [...entries, { name, content: Buffer.alloc(0), ...entry }],
  };
}

/** Runs work and says by how much memory grew at its most, in bytes. */
async function growthOfMemory(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5);
  await work();
  clearInterval(watch);
  return Math.max(most, process.memoryUsage().rss) - before;
}

const zeros = packedZeros(300 * mebibyte);

test.each<[string, CraftedPackage, string]>([
  ['300 MB of zeros in 300 KB', withEvidenceEntry({ packed: zeros, size: 190 * mebibyte }), 'package-bomb'],
  ['300 MB that say they are 100 bytes', withEvidenceEntry({ packed: zeros, size: 100 }), 'package-bomb'],
  ['300 MB that say they are 30', withEvidenceEntry({ packed: zeros, size: 30 * mebibyte }), 'package-bomb'],
  ['2 GB of evidence in one file', withEvidenceEntry({ packed: zeros, size: 2 ** 31 }), 'package-too-large'],
  [
    '4 GB of evidence in one file',
    withEvidenceEntry({ packed: zeros, size: 2 ** 32 - 2 }),
    'package-too-large',
  ],
  [
    'a manifest of 300 MB',
    spoilEntry('manifest.json', { packed: zeros, size: 300 * mebibyte }),
    'package-too-large',
  ],
  [
    'a manifest of 300 MB that says it is small',
    spoilEntry('manifest.json', { packed: zeros }),
    'package-bomb',
  ],
  [
    'a document of 300 MB',
    spoilEntry('document.json', { packed: zeros, size: 300 * mebibyte }),
    'package-too-large',
  ],
  [
    'a document of 300 MB that says it is small',
    spoilEntry('document.json', { packed: zeros }),
    'package-bomb',
  ],
  [
    'a signature of 300 MB',
    spoilEntry('manifest.sig', { packed: zeros, size: 300 * mebibyte }),
    'package-too-large',
  ],
])('%s are refused without being unpacked', async (_, asked, code) => {
  const bytes = craftPackage(asked);
  const growth = await growthOfMemory(async () => {
    expect(await codeOfHostile(bytes)).toBe(code);
  });
  expect(growth).toBeLessThan(120 * mebibyte);
});

function spoilEntry(name: string, change: Partial<CraftedEntry>): CraftedPackage {
  return {
    changeEntries: (entries) =>
      entries.map((entry) => (entry.name === name ? { ...entry, ...change } : entry)),
  };
}

test('2 GB of evidence in many files is refused by what it declares', async () => {
  const packed = Buffer.alloc(mebibyte);
  const many = Array.from({ length: 12 }, (_, index) => ({
    name: `evidence/${index.toString(16).repeat(64)}`,
    content: Buffer.alloc(0),
    packed,
    size: 180 * mebibyte,
  }));
  const bytes = craftPackage({ changeEntries: (entries) => [...entries, ...many] });
  expect(await codeOfHostile(bytes)).toBe('package-too-large');
});

test('a document of 30 MB that says nothing is read within bounds and refused', async () => {
  const numbers = Array.from({ length: 3_000_000 }, (_, index) => ((index * 7919) % 999_983) + 1_000_000);
  const bytes = craftPackage({
    ...spoilEntry('document.json', { method: 0 }),
    documentText: `[${numbers.join(',')}]`,
  });
  const growth = await growthOfMemory(async () => {
    expect(await codeOfHostile(bytes)).toBe('package-document-invalid');
  });
  expect(growth).toBeLessThan(400 * mebibyte);
});

test('a document of millions of empty lists is refused before it is parsed', async () => {
  const bytes = craftPackage({
    ...spoilEntry('document.json', { method: 0 }),
    documentText: `[${'[],'.repeat(10_000_000)}0]`,
  });
  const growth = await growthOfMemory(async () => {
    expect(await codeOfHostile(bytes)).toBe('package-document-invalid');
  });
  expect(growth).toBeLessThan(200 * mebibyte);
});

/** Writes a package whose evidence are holes: files of zeros that take no room. */
function writeSparse(file: string, sizes: readonly number[]): void {
  const files = sizes.map((size) => {
    const digest = createHash('sha256');
    let crc = 0;
    const piece = Buffer.alloc(mebibyte);
    for (let left = size; left > 0; left -= mebibyte) {
      const part = piece.subarray(0, Math.min(left, mebibyte));
      digest.update(part);
      crc = crc32(part, crc);
    }
    return { size, crc, sha256: digest.digest('hex') };
  });
  const marker = Buffer.from('HOLE');
  const bytes = craftPackage({
    changeManifest: (manifest) => ({
      ...manifest,
      entries: [
        ...(manifest['entries'] as unknown[]),
        ...files.map(({ size, sha256 }) => ({ path: `evidence/${sha256}`, size, sha256 })),
      ],
    }),
    changeEntries: (entries) => [
      ...entries,
      ...files.map(({ size, crc, sha256 }) => ({
        name: `evidence/${sha256}`,
        content: Buffer.alloc(0),
        packed: marker,
        method: 0,
        size,
        packedSize: size,
        crc,
      })),
    ],
  });
  spreadHoles(file, bytes, marker, sizes);
}

/** Puts holes where the markers are, and moves the places in the directory by as much. */
function spreadHoles(file: string, bytes: Buffer, marker: Buffer, sizes: readonly number[]): void {
  const end = bytes.length - 22;
  const start = bytes.readUInt32LE(end + 16);
  const holes = sizes.reduce<readonly number[]>(
    (places) => [...places, bytes.indexOf(marker, (places.at(-1) ?? 0) + 1)],
    [],
  );
  const shift = (place: number): number =>
    sizes.reduce((sum, size, index) => sum + (place > (holes[index] ?? 0) ? size - marker.length : 0), place);
  const moved = Buffer.from(bytes);
  for (let at = start; at < end;) {
    moved.writeUInt32LE(shift(bytes.readUInt32LE(at + 42)), at + 42);
    at += 46 + bytes.readUInt16LE(at + 28);
  }
  moved.writeUInt32LE(shift(start), end + 16);
  const handle = openSync(file, 'w');
  let from = 0;
  for (const hole of [...holes, moved.length]) {
    writeSync(handle, moved, from, hole - from, shift(from));
    from = hole + marker.length;
  }
  ftruncateSync(handle, shift(moved.length));
  closeSync(handle);
}

test('many megabytes of evidence are read piece by piece and kept', async () => {
  const temporary = useTemporaryFolderOfSystem();
  const file = path.join(makeTemporaryFolder(), 'large.thuocso');
  writeSparse(file, [90 * mebibyte, 70 * mebibyte]);
  const kept: number[] = [];
  const growth = await growthOfMemory(async () => {
    const keepEvidence = {
      addBytes: async (name: string, pieces: AsyncIterable<Uint8Array>) => {
        let size = 0;
        for await (const piece of pieces) size += piece.length;
        kept.push(size);
        return { ok: true as const, value: { name, sha256: name, size } };
      },
    };
    valueOf(await readPackage(file, { unlock: { passphrase: null, identities: [] }, keepEvidence }));
  });
  expect(new Set(kept)).toEqual(new Set([90 * mebibyte, 70 * mebibyte]));
  expect(growth).toBeLessThan(120 * mebibyte);
  expect(readdirSync(temporary)).toEqual([]);
});

test('a file of 2 GB is refused by its size alone', async () => {
  const file = path.join(makeTemporaryFolder(), 'huge.thuocso');
  writeSparse(file, [mebibyte]);
  const handle = openSync(file, 'r+');
  ftruncateSync(handle, 2 ** 31);
  closeSync(handle);
  const { mtimeMs } = statSync(file);
  const read = await readPackage(file, { unlock: { passphrase: null, identities: [] }, keepEvidence: null });
  expect(codesOf(read)).toEqual(['package-too-large']);
  expect(read.ok ? {} : read.errors[0]?.params).toEqual({ limit: packageLimits.file / mebibyte });
  expect(statSync(file).mtimeMs).toBe(mtimeMs);
});
