import { createHash } from 'node:crypto';
import type { HostileBase, HostileFile } from './hostileFile.ts';
import { sealParts, toBytes, type Sealing } from './sealParts.ts';
import { zipBytes, type ZipPart } from './zipBytes.ts';

const mebibyte = 1024 * 1024;

/** Files whose outside is wrong: no package at all, damaged, or a zip that means harm. */
export function makeHostileZips(base: HostileBase): readonly HostileFile[] {
  const good = sealingOf(base);
  const parts = sealParts(good);
  const whole = zipBytes(parts);
  return [
    { name: 'empty', code: 'package-empty', bytes: Buffer.alloc(0) },
    { name: 'a-text', code: 'package-not-ours', bytes: Buffer.from('thuoc-so\n'.repeat(40)) },
    {
      name: 'a-picture',
      code: 'package-not-ours',
      bytes: Buffer.from('ffd8ffe000104a46494600010100'.repeat(9), 'hex'),
    },
    {
      name: 'another-zip',
      code: 'package-not-ours',
      bytes: zipBytes([{ name: 'word/document.xml', content: toBytes('x') }]),
    },
    {
      name: 'cut-off-in-the-middle',
      code: 'package-cut-off',
      bytes: whole.subarray(0, Math.floor(whole.length / 2)),
    },
    { name: 'cut-off-at-the-end', code: 'package-cut-off', bytes: whole.subarray(0, whole.length - 40) },
    { name: 'a-bit-flipped', code: 'package-damaged', bytes: flipBit(whole, checksumPlace(whole)) },
    {
      name: 'more-behind-its-end',
      code: 'package-damaged',
      bytes: Buffer.concat([whole, Buffer.from('more')]),
    },
    {
      name: 'encrypted-for-nobody',
      code: 'package-damaged',
      bytes: Buffer.from(`age-encryption.org/v1\n-> X25519 ${'A'.repeat(43)}\n`),
    },
    ...makeBadNames(good),
    ...makeBadKinds(good, parts),
    ...makeBombs(good),
  ];
}

export function sealingOf({ manifest, document, key }: HostileBase): Sealing {
  return { manifest, key, document: toBytes(document) };
}

function makeBadNames(good: Sealing): readonly HostileFile[] {
  const names: readonly (readonly [string, string])[] = [
    ['a-name-that-climbs-up', 'evidence/../../../evil'],
    ['an-absolute-name', '/etc/cron.d/evil'],
    ['a-name-with-a-drive', 'C:\\evil.exe'],
    ['a-name-with-zero', `evidence/${'0'.repeat(63)}\u0000`],
    ['a-decomposed-name', 'evidence/quye\u0302\u0301t-di\u0323nh.pdf'],
    ['a-huge-name', `evidence/${'a'.repeat(60_000)}`],
  ];
  return names.map(([name, entry]) => ({
    name,
    code: 'package-entry-name',
    bytes: zipBytes([...sealParts(good), { name: entry, content: toBytes('x') }]),
  }));
}

function makeBadKinds(good: Sealing, parts: readonly ZipPart[]): readonly HostileFile[] {
  const [content, sha256] = evidenceOf('a link');
  const name = `evidence/${sha256}`;
  const evidence = { name, content };
  const sealed = sealParts({ ...good, others: [evidence] });
  const withLast = (change: Partial<ZipPart>) =>
    zipBytes([...sealed.slice(0, -1), { ...evidence, ...change }]);
  const document = parts.at(-1) ?? evidence;
  return [
    { name: 'a-link', code: 'package-entry-kind', bytes: withLast({ unixMode: 0o120777 }) },
    { name: 'a-folder', code: 'package-entry-kind', bytes: withLast({ unixMode: 0o040755 }) },
    { name: 'an-unknown-compression', code: 'package-entry-kind', bytes: withLast({ method: 12 }) },
    { name: 'an-encrypted-entry', code: 'package-entry-kind', bytes: withLast({ flags: 1 }) },
    { name: 'an-entry-twice', code: 'package-entry-repeated', bytes: zipBytes([...parts, document]) },
    { name: 'an-undeclared-entry', code: 'package-entry-undeclared', bytes: zipBytes([...parts, evidence]) },
    {
      name: 'a-missing-entry',
      code: 'package-entry-missing',
      bytes: zipBytes(sealParts({ ...good, declares: [{ path: name, size: content.length, sha256 }] })),
    },
  ];
}

function makeBombs(good: Sealing): readonly HostileFile[] {
  const zeros = Buffer.alloc(6 * mebibyte);
  const sha256 = createHash('sha256').update(zeros).digest('hex');
  const bomb = { name: `evidence/${sha256}`, content: zeros };
  const [content, digest] = evidenceOf('shared');
  const small = { name: `evidence/${digest}`, content };
  const withSmall = sealParts({ ...good, others: [small] });
  const lying = { path: bomb.name, size: 100, sha256 };
  const many = Array.from({ length: 5100 }, (_unused, number) => ({
    name: `evidence/${String(number).padStart(64, '0')}`,
    content: Buffer.alloc(0),
    isStored: true,
  }));
  const huge = { path: `evidence/${'0'.repeat(64)}`, size: 2 * 1024 * mebibyte, sha256: '0'.repeat(64) };
  const withHuge = sealParts({ ...good, declares: [huge] });
  return [
    { name: 'a-bomb', code: 'package-bomb', bytes: zipBytes(sealParts({ ...good, others: [bomb] })) },
    {
      name: 'a-size-that-lies',
      code: 'package-bomb',
      bytes: zipBytes([...sealParts({ ...good, declares: [lying] }), { ...bomb, declaredSize: lying.size }]),
    },
    {
      name: 'entries-that-share-bytes',
      code: 'package-bomb',
      bytes: zipBytes([...withSmall, { ...small, sharesBytesOf: withSmall.length - 1 }]),
    },
    {
      name: 'too-many-entries',
      code: 'package-too-many-entries',
      bytes: zipBytes([...sealParts(good), ...many]),
    },
    {
      name: 'two-gigabytes-of-evidence',
      code: 'package-too-large',
      bytes: zipBytes([
        ...withHuge,
        { name: huge.path, content: Buffer.from('small'), declaredSize: huge.size },
      ]),
    },
  ];
}

function evidenceOf(text: string): readonly [Buffer, string] {
  const content = Buffer.from(text);
  return [content, createHash('sha256').update(content).digest('hex')];
}

/** Of the document's checksum, in the header before its name: elsewhere a flipped bit might well look like a bomb. */
function checksumPlace(zip: Buffer): number {
  return zip.indexOf('document.json', 0, 'latin1') - 16;
}

function flipBit(bytes: Buffer, place: number): Buffer {
  const flipped = Buffer.from(bytes);
  flipped.writeUInt8(flipped.readUInt8(place) ^ 0x10, place);
  return flipped;
}
