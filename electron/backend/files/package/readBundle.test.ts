import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { craftPackage, sha256Of } from '../../../../test/helpers/craftPackage.ts';
import { sampleHead, sampleKey, sampleSubject } from '../../../../test/helpers/samplePackage.ts';
import { makeTemporaryFolder, useTemporaryFolderOfSystem } from '../../../../test/helpers/temporaryFolder.ts';
import { codesOf, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import type { PackageDocument } from '#shared/format/package/newest.ts';
import { packagePath } from './entryNames.ts';
import { readBundle } from './readBundle.ts';
import { readPackage } from './readPackage.ts';
import { writePackage } from './writePackage.ts';

const unlock = { passphrase: null, identities: [] };
const manifest = { ...sampleHead, kind: 'bundle', subject: null } as const;

function bundleOf(packages: readonly Uint8Array[]): PackageDocument {
  return {
    kind: 'bundle',
    packages: packages.map((bytes, index) => ({
      path: packagePath(sha256Of(bytes)),
      fileName: `phieu-${String(index)}.thuocso`,
      subject: sampleSubject,
    })),
  };
}

function craftBundle(packages: readonly Uint8Array[], document = bundleOf(packages)): Buffer {
  return craftPackage({
    manifest,
    document,
    attached: Object.fromEntries(packages.map((bytes) => [packagePath(sha256Of(bytes)), bytes])),
  });
}

async function refusalOf(bytes: Uint8Array): Promise<readonly string[]> {
  const temporary = useTemporaryFolderOfSystem();
  const file = path.join(makeTemporaryFolder(), 'bundle.thuocso');
  writeFileSync(file, bytes);
  const codes = codesOf(await readBundle(file, { unlock }));
  expect(readdirSync(temporary)).toEqual([]);
  return codes;
}

test('a bundle gives its packages out as they went in, and clears them away', async () => {
  const temporary = useTemporaryFolderOfSystem();
  const folder = makeTemporaryFolder();
  const inner = [
    craftPackage(),
    craftPackage({
      manifest: {
        ...sampleHead,
        kind: 'assessment',
        subject: sampleSubject,
        createdAt: '2026-11-22T00:00:00Z',
      },
    }),
  ];
  const evidence = inner.map((bytes, index) => {
    const file = path.join(folder, String(index));
    writeFileSync(file, bytes);
    return { file, size: bytes.length, sha256: sha256Of(bytes) };
  });
  const target = path.join(folder, 'bundle.thuocso');
  valueOf(
    await writePackage({
      target,
      manifest,
      document: bundleOf(inner),
      evidence,
      key: sampleKey,
      encryption: null,
    }),
  );
  const bundle = valueOf(await readBundle(target, { unlock }));
  expect(bundle.files.map(({ fileName }) => fileName)).toEqual(['phieu-0.thuocso', 'phieu-1.thuocso']);
  for (const [index, { file, sha256 }] of bundle.files.entries()) {
    expect(readFileSync(file).equals(inner[index] ?? Buffer.alloc(0))).toBe(true);
    expect(valueOf(await readPackage(file, { unlock, keepEvidence: null })).fileSha256).toBe(sha256);
  }
  await bundle.discard();
  expect(readdirSync(temporary)).toEqual([]);
});

test('one broken package does not keep a bundle from being opened', async () => {
  const file = path.join(makeTemporaryFolder(), 'bundle.thuocso');
  writeFileSync(file, craftBundle([craftPackage(), Buffer.from('no package')]));
  const bundle = valueOf(await readBundle(file, { unlock }));
  const broken = await readPackage(bundle.files[1]?.file ?? '', { unlock, keepEvidence: null });
  expect(codesOf(broken)).toEqual(['package-not-ours']);
  await bundle.discard();
});

test('a bundle holds neither bundles nor encrypted files', async () => {
  expect(await refusalOf(craftBundle([craftBundle([craftPackage()])]))).toEqual(['package-nested']);
  const sealed = Buffer.from(`age-encryption.org/v1\n-> X25519 ${'A'.repeat(43)}\n`);
  expect(await refusalOf(craftBundle([sealed]))).toEqual(['package-nested']);
});

test('a bundle names each of its packages, and no other', async () => {
  const inner = [craftPackage()];
  const other = [Buffer.from('other')];
  expect(await refusalOf(craftBundle(inner, bundleOf([...inner, ...other])))).toEqual([
    'package-entry-missing',
  ]);
  expect(await refusalOf(craftBundle([...inner, ...other], bundleOf(inner)))).toEqual([
    'package-entry-undeclared',
  ]);
  expect(await refusalOf(craftBundle(inner, bundleOf([...inner, ...inner])))).toEqual([
    'package-entry-missing',
  ]);
});

test('a package that is no bundle is not opened as one', async () => {
  expect(await refusalOf(craftPackage())).toEqual(['package-document-invalid']);
});
