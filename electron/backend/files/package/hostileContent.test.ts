import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { craftPackage, type CraftedPackage } from '../../../../test/helpers/craftPackage.ts';
import { codeOfHostile, readHostile } from '../../../../test/helpers/readHostile.ts';
import { assessmentDocument, sampleKey } from '../../../../test/helpers/samplePackage.ts';
import { codesOf, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import { toChanges } from '#shared/format/package/changeLog.ts';
import { makeSigningKey } from '../keys/signatures.ts';

const otherKey = makeSigningKey(createHash('sha256').update('another key').digest());

type Json = Record<string, unknown>;

/** The sample document with its first edit spoilt. */
function changeEdit(change: Json): CraftedPackage {
  const { kind: _, ...document } = assessmentDocument() as unknown as Json & { readonly changes: Json[] };
  const [first, ...others] = document.changes;
  return { documentText: toCanonicalJson({ ...document, changes: [{ ...first, ...change }, ...others] }) };
}

function changeDocument(change: (text: string) => string): CraftedPackage {
  const { kind: _, ...document } = assessmentDocument();
  return { documentText: change(toCanonicalJson(document)) };
}

const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

test.each<[string, CraftedPackage, string]>([
  ['a newer version', { changeManifest: (manifest) => ({ ...manifest, version: 3 }) }, 'package-too-new'],
  [
    'a newer version that looks quite different',
    {
      changeManifestText: () => '{"format":"thuoc-so","version":99}',
      changeEntries: ([manifest, ...others]) => [
        ...(manifest ? [manifest] : []),
        ...others.map((entry) => ({ ...entry, name: `v99/${entry.name}` })),
      ],
    },
    'package-too-new',
  ],
  ['no version', { changeManifest: ({ version: _, ...manifest }) => manifest }, 'package-damaged'],
  ['version 0', { changeManifest: (manifest) => ({ ...manifest, version: 0 }) }, 'package-damaged'],
  ['version "2"', { changeManifest: (manifest) => ({ ...manifest, version: '2' }) }, 'package-damaged'],
  ['another format', { changeManifest: (manifest) => ({ ...manifest, format: 'x' }) }, 'package-not-ours'],
  ['a manifest that is a list', { changeManifest: (manifest) => [manifest] }, 'package-not-ours'],
  ['a manifest that is no JSON', { changeManifestText: (text) => text.slice(1) }, 'package-damaged'],
  ['a manifest with a byte order mark', { changeManifestText: (text) => `\uFEFF${text}` }, 'package-damaged'],
  ['a manifest of deep lists', { changeManifestText: () => deep }, 'package-damaged'],
  ['a manifest with spaces', { changeManifestText: (text) => `${text} ` }, 'package-document-invalid'],
  [
    'a manifest that says a thing twice',
    { changeManifestText: (text) => text.replace('{', '{"version":2,') },
    'package-document-invalid',
  ],
  [
    'a kind that nobody knows',
    { changeManifest: (manifest) => ({ ...manifest, kind: 'x' }) },
    'package-document-invalid',
  ],
  [
    'a field that nobody knows',
    { changeManifest: (manifest) => ({ ...manifest, more: 1 }) },
    'package-document-invalid',
  ],
  [
    'an assessment of nobody',
    { changeManifest: (manifest) => ({ ...manifest, subject: null }) },
    'package-document-invalid',
  ],
  ['a manifest that declares itself', declare('manifest.json'), 'package-entry-name'],
  ['a manifest that declares a path upwards', declare('../evil'), 'package-entry-name'],
  ['a manifest that declares an entry twice', declare('document.json'), 'package-entry-repeated'],
  [
    'a manifest that declares what is not there',
    declare(`evidence/${'a'.repeat(64)}`),
    'package-entry-missing',
  ],
  ['a document that was changed', changeBehindManifest(), 'package-digest-wrong'],
  [
    'evidence under the name of another',
    { attached: { [`evidence/${'a'.repeat(64)}`]: Buffer.from('x') } },
    'package-digest-wrong',
  ],
  [
    'the signature of another key',
    { changeSignature: (signature) => ({ ...signature, publicKey: otherKey.publicKey }) },
    'package-signature-wrong',
  ],
  [
    'a signature of something else',
    {
      changeSignature: (signature) => ({
        ...signature,
        signature: Buffer.from(sampleKey.sign(Buffer.from('x'))).toString('base64'),
      }),
    },
    'package-signature-wrong',
  ],
  [
    'a signature of nothing',
    { changeSignature: (signature) => ({ ...signature, signature: Buffer.alloc(64).toString('base64') }) },
    'package-signature-wrong',
  ],
  [
    'a key that is no point of the curve',
    {
      changeSignature: (signature) => ({
        ...signature,
        publicKey: Buffer.alloc(32, 0xff).toString('base64'),
      }),
    },
    'package-signature-wrong',
  ],
  ['a key in another spelling', { changeSignature: respellKey }, 'package-signature-wrong'],
  [
    'another algorithm',
    { changeSignature: (signature) => ({ ...signature, algorithm: 'none' }) },
    'package-document-invalid',
  ],
  [
    'a short signature',
    { changeSignature: (signature) => ({ ...signature, signature: 'AAAA' }) },
    'package-document-invalid',
  ],
])('%s is refused by name', async (_, asked, code) => {
  expect(await codeOfHostile(craftPackage(asked))).toBe(code);
});

function declare(path: string): CraftedPackage {
  return {
    changeManifest: (manifest) => ({
      ...manifest,
      entries: [...(manifest['entries'] as unknown[]), { path, size: 0, sha256: 'a'.repeat(64) }],
    }),
  };
}

function changeBehindManifest(): CraftedPackage {
  return {
    changeEntries: (entries) =>
      entries.map((entry) =>
        entry.name === 'document.json'
          ? { ...entry, content: Buffer.from(Buffer.from(entry.content).toString().replace('"96"', '"99"')) }
          : entry,
      ),
  };
}

/** The last letter of the base64 of 32 bytes has two bits that say nothing. */
function respellKey(signature: Json): Json {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const key = String(signature['publicKey']);
  const last = letters[letters.indexOf(key.charAt(42)) + 1] ?? '';
  return { ...signature, publicKey: `${key.slice(0, 42)}${last}=` };
}

test.each<[string, CraftedPackage]>([
  ['no JSON', changeDocument((text) => text.slice(1))],
  ['deep lists', changeDocument(() => deep)],
  ['a deep value', changeDocument((text) => text.replace('"97"', deep))],
  ['a byte order mark', changeDocument((text) => `\uFEFF${text}`)],
  ['a number', changeDocument(() => '1')],
  ['nothing', changeDocument(() => '')],
  ['the document of another kind', changeDocument(() => '{"packages":[]}')],
  ['a field that nobody knows', changeEdit({ more: 1 })],
  ['an edit without a value', changeEdit({ value: undefined })],
  ['an infinite value', changeDocument((text) => text.replace('"value":"Nguyễn Thị Ánh"', '"value":1e999'))],
  ['a stage that nobody knows', changeEdit({ stage: 'secret' })],
  ['an edit with number 0', changeEdit({ dot: [0, 0] })],
  ['an edit with an absurd number', changeEdit({ dot: [0, 1e300] })],
  ['an edit with half a number', changeEdit({ dot: [0, 1.5] })],
  ['an edit with a name of three parts', changeEdit({ dot: [0, 1, 2] })],
  ['an edit of a negative replica', changeEdit({ dot: [-1, 1] })],
  ['an author of 301 letters', changeEdit({ author: 'a'.repeat(301) })],
  ['a time that is none', changeEdit({ at: 'yesterday' })],
  ['a field named like a prototype', changeEdit({ field: '__proto__' })],
  ['a replica named like a prototype', changeDocument((text) => text.replaceAll('r-van-hoa', '__proto__'))],
  [
    'a signature that has seen a prototype',
    changeDocument((text) => text.replace('"seen":{', '"seen":{"__proto__":true,')),
  ],
  ['an edit with a prototype', changeDocument((text) => text.replace('"dot":', '"__proto__":{},"dot":'))],
])('a document with %s is refused', async (_, asked) => {
  expect(await codeOfHostile(craftPackage(asked))).toBe('package-document-invalid');
});

test('a document in another encoding is refused', async () => {
  const bytes = craftPackage({ documentText: Buffer.from('"Hải Châu"', 'utf16le') });
  expect(await codeOfHostile(bytes)).toBe('package-document-invalid');
});

test('an edit of a replica that is not listed is refused when edits are taken out', async () => {
  const read = valueOf(await readHostile(craftPackage(changeEdit({ dot: [7, 1] }))));
  if (read.document.kind !== 'assessment') throw new Error('another kind');
  expect(codesOf(toChanges(read.document))).toEqual(['package-document-invalid']);
});
