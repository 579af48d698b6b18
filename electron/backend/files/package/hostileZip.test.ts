import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { craftPackage, sha256Of, type CraftedPackage } from '../../../../test/helpers/craftPackage.ts';
import { craftZip, type CraftedEntry } from '../../../../test/helpers/craftZip.ts';
import { codeOfHostile } from '../../../../test/helpers/readHostile.ts';

const evidence = Buffer.from('nội dung của tài liệu');
const evidenceName = `evidence/${sha256Of(evidence)}`;
const withEvidence: CraftedPackage = { attached: { [evidenceName]: evidence } };

function replaceEntry(name: string, change: Partial<CraftedEntry>): CraftedPackage {
  return {
    ...withEvidence,
    changeEntries: (entries) =>
      entries.map((entry) => (entry.name === name ? { ...entry, ...change } : entry)),
  };
}

function addEntry(entry: CraftedEntry): CraftedPackage {
  return { ...withEvidence, changeEntries: (entries) => [...entries, entry] };
}

const text = (content: string, name: string): CraftedEntry => ({ name, content: Buffer.from(content) });

test('the packages that the cases below spoil are right', async () => {
  expect(await codeOfHostile(craftPackage())).toBe('ok');
  expect(await codeOfHostile(craftPackage(withEvidence))).toBe('ok');
});

test.each<[string, CraftedPackage]>([
  ['sizes behind the content', replaceEntry('document.json', { descriptor: true })],
  ['times in extra fields', replaceEntry(evidenceName, { extra: Buffer.from('5554050003aabbccdd', 'hex') })],
  [
    'another name in an extra field, which nobody reads',
    replaceEntry(evidenceName, { extra: unicodePath() }),
  ],
  ['a comment on an entry', replaceEntry(evidenceName, { comment: 'ghi chú' })],
  ['deflated evidence', replaceEntry(evidenceName, { method: 8 })],
  ['a stored document', replaceEntry('document.json', { method: 0 })],
  ['attributes of another system', replaceEntry(evidenceName, { madeBy: 0x0014, attributes: 0x20 })],
])('%s, as other programs write zips, are read', async (_, asked) => {
  expect(await codeOfHostile(craftPackage(asked))).toBe('ok');
});

function unicodePath(): Buffer {
  const name = Buffer.from('../../etc/passwd');
  const field = Buffer.alloc(9);
  field.writeUInt16LE(0x7075, 0);
  field.writeUInt16LE(5 + name.length, 2);
  field.writeUInt8(1, 4);
  return Buffer.concat([field, name]);
}

test.each<[string, Uint8Array, string]>([
  ['an empty file', Buffer.alloc(0), 'package-empty'],
  ['a PDF', Buffer.from(`%PDF-1.7\n${'x'.repeat(500)}`), 'package-not-ours'],
  ['a picture', Buffer.from(`\u0089PNG\r\n${'x'.repeat(500)}`, 'latin1'), 'package-not-ours'],
  ['a text', Buffer.from('{"format":"thuoc-so","version":1}'), 'package-not-ours'],
  ['a short text', Buffer.from('PKW'), 'package-not-ours'],
  ['a Word document', craftZip([text('<Types/>', '[Content_Types].xml')]), 'package-not-ours'],
  ['zeros', Buffer.alloc(5000), 'package-not-ours'],
  [
    'a zip of somebody else that begins with a manifest',
    craftZip([text('{"manifest_version":3}', 'manifest.json')]),
    'package-not-ours',
  ],
  [
    'a program with a package behind it',
    craftPackage({ end: { prefix: Buffer.from('MZ stub') } }),
    'package-not-ours',
  ],
  ['a package behind a byte', Buffer.concat([Buffer.from('x'), craftPackage()]), 'package-not-ours'],
])('%s is not taken for a package', async (_, bytes, code) => {
  expect(await codeOfHostile(bytes)).toBe(code);
});

const emptyEnd = craftZip([]);
const fakeEnd = Buffer.concat([Buffer.from('x'), emptyEnd]);

test.each<[string, Uint8Array]>([
  ['garbage behind it', Buffer.concat([craftPackage(), Buffer.from('garbage')])],
  ['a comment', craftPackage({ end: { comment: Buffer.from('xin chào') } })],
  ['a second end within its comment', craftPackage({ end: { comment: fakeEnd } })],
  ['a second end behind it', Buffer.concat([craftPackage(), emptyEnd])],
  ['a second package behind it', Buffer.concat([craftPackage(), craftPackage(withEvidence)])],
  ['data behind the directory', craftPackage({ end: { gap: Buffer.from('hidden') } })],
  ['fewer entries than it says', craftPackage({ end: { entries: 4 } })],
  ['more entries than it says', craftPackage({ end: { entries: 2 } })],
  ['no entries, as it says', craftPackage({ end: { entries: 0 } })],
  ['a directory that begins elsewhere', craftPackage({ end: { directoryStart: 0 } })],
  ['a directory of another size', craftPackage({ end: { directorySize: 10 } })],
  ['bytes between entries', craftPackage(replaceEntry('document.json', { gap: Buffer.from('hidden') }))],
  [
    'another name before the content',
    craftPackage(replaceEntry(evidenceName, { header: { name: evidenceName.replace(/.$/u, 'x') } })),
  ],
  ['another size before the content', craftPackage(replaceEntry('document.json', { header: { size: 5 } }))],
  [
    'another method before the content',
    craftPackage(replaceEntry('document.json', { header: { method: 0 } })),
  ],
  ['a wrong checksum', craftPackage(replaceEntry('document.json', { crc: 1 }))],
  ['more stored than there is', craftPackage(replaceEntry(evidenceName, { size: 1000 }))],
  [
    'content that is not deflated',
    craftPackage(replaceEntry('document.json', { packed: Buffer.alloc(200, 7) })),
  ],
  ['bytes behind a deflated stream', craftPackage(replaceEntry('manifest.sig', { packed: behindStream() }))],
])('%s makes a package damaged', async (_, bytes) => {
  expect(await codeOfHostile(bytes)).toBe('package-damaged');
});

function behindStream(): Buffer {
  return Buffer.concat([deflateRawSync(Buffer.from('{}')), Buffer.from('hidden')]);
}

const tooManyNames = Array.from({ length: 5000 }, (_, index) => ({
  ...text('', `evidence/${sha256Of(Buffer.from([index & 255, index >> 8]))}`),
  method: 0,
}));
const symlink = 0o120777 * 0x10000;
const folder = 0o040755 * 0x10000;

test.each<[string, CraftedPackage, string]>([
  ['a path upwards', addEntry(text('x', '../../evil')), 'package-entry-name'],
  ['a path upwards through evidence', addEntry(text('x', 'evidence/../../evil')), 'package-entry-name'],
  ['an absolute path', addEntry(text('x', '/etc/passwd')), 'package-entry-name'],
  ['a drive', addEntry(text('x', 'C:\\Windows\\evil')), 'package-entry-name'],
  ['a name with NUL', addEntry(text('x', `${evidenceName}\0.exe`)), 'package-entry-name'],
  ['a name in NFD', addEntry(text('x', 'tài liệu.pdf'.normalize('NFD'))), 'package-entry-name'],
  ['a name in capitals', addEntry(text('x', evidenceName.toUpperCase())), 'package-entry-name'],
  ['an empty name', addEntry(text('x', '')), 'package-entry-name'],
  ['a name of 60,000 letters', addEntry(text('x', `evidence/${'a'.repeat(60_000)}`)), 'package-entry-name'],
  [
    'packages in an assessment',
    addEntry(text('x', `packages/${'a'.repeat(64)}.thuocso`)),
    'package-entry-undeclared',
  ],
  [
    'an undeclared file of evidence',
    addEntry(text('x', `evidence/${'a'.repeat(64)}`)),
    'package-entry-undeclared',
  ],
  ['an entry twice', addEntry({ name: evidenceName, content: evidence }), 'package-entry-repeated'],
  ['a manifest twice', addEntry(text('{}', 'manifest.json')), 'package-entry-repeated'],
  ['a folder', addEntry(text('', 'evidence/')), 'package-entry-kind'],
  ['a folder by its attributes', replaceEntry(evidenceName, { attributes: folder }), 'package-entry-kind'],
  ['a link', replaceEntry(evidenceName, { attributes: symlink }), 'package-entry-kind'],
  ['an encrypted entry', replaceEntry(evidenceName, { flags: 0x801 }), 'package-entry-kind'],
  ['a strongly encrypted entry', replaceEntry(evidenceName, { flags: 0x841 }), 'package-entry-kind'],
  ['another way of packing', replaceEntry(evidenceName, { method: 12 }), 'package-entry-kind'],
  ['the 64-bit form', { end: { entries: 0xffff } }, 'package-entry-kind'],
  [
    'too many entries',
    { changeEntries: (entries) => [...entries, ...tooManyNames] },
    'package-too-many-entries',
  ],
  [
    'entries that share their bytes',
    addEntry({ name: `evidence/${'b'.repeat(64)}`, content: evidence, sharesHeaderOf: evidenceName }),
    'package-damaged',
  ],
  ['an entry within another', replaceEntry(evidenceName, { packedSize: 10, size: 10 }), 'package-damaged'],
  ['another size than declared', replaceEntry('document.json', { size: 100_000 }), 'package-digest-wrong'],
  ['no signature', without('manifest.sig'), 'package-entry-missing'],
  ['no document', without('document.json'), 'package-entry-missing'],
  ['evidence that is declared and absent', without(evidenceName), 'package-entry-missing'],
])('%s is refused by name', async (_, asked, code) => {
  expect(await codeOfHostile(craftPackage(asked))).toBe(code);
});

function without(name: string): CraftedPackage {
  return { ...withEvidence, changeEntries: (entries) => entries.filter((entry) => entry.name !== name) };
}

test.each<[string, CraftedPackage]>([
  [
    'the same entry listed twice',
    addEntry({ name: evidenceName, content: evidence, method: 0, sharesHeaderOf: evidenceName }),
  ],
  ['an entry that reaches into the next', replaceEntry('document.json', { packedSize: 5000 })],
])('%s is a bomb, because entries share bytes', async (_, asked) => {
  expect(await codeOfHostile(craftPackage(asked))).toBe('package-bomb');
});

test('a zip in the 64-bit form of another program is refused by name', async () => {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from('{}'), 'manifest.json', { forceZip64Format: true });
  zip.end({ forceZip64Format: true, comment: '' });
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  expect(await codeOfHostile(Buffer.concat(parts))).toBe('package-entry-kind');
});
