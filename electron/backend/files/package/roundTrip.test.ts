import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openPromise } from 'yauzl';
import {
  assessmentDocument,
  assessmentManifest,
  makeEvidence,
  sampleChanges,
  sampleKey,
} from '../../../../test/helpers/samplePackage.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { codesOf, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { toChanges } from '#shared/format/package/changeLog.ts';
import { openEvidenceStore } from '../evidenceStore.ts';
import { openKeyring } from '../keys/keyring.ts';
import { readPackage } from './readPackage.ts';
import { writePackage, type AttachedFile } from './writePackage.ts';

const locked = { passphrase: null, identities: [] };

async function writeSample(folder: string, evidence: readonly AttachedFile[] = []) {
  const target = path.join(folder, 'sample.thuocso');
  const written = valueOf(
    await writePackage({
      target,
      manifest: assessmentManifest,
      document: assessmentDocument(evidence),
      evidence,
      key: sampleKey,
      encryption: null,
    }),
  );
  return { target, written };
}

test('what was written is read back as it was, with its evidence', async () => {
  const folder = makeTemporaryFolder();
  const evidence = [
    makeEvidence(folder, 'small', Buffer.from('nội dung')),
    makeEvidence(folder, 'none', Buffer.alloc(0)),
    makeEvidence(folder, 'large', randomBytes(9 * 1024 * 1024)),
  ];
  const { target, written } = await writeSample(folder, evidence);
  const store = openEvidenceStore(makeTemporaryFolder());
  const read = valueOf(await readPackage(target, { unlock: locked, keepEvidence: store }));
  expect(read).toMatchObject({
    fileSha256: written.sha256,
    fileSize: written.size,
    publicKey: sampleKey.publicKey,
    wasEncrypted: false,
    document: assessmentDocument(evidence),
    manifest: { ...assessmentManifest, format: 'thuoc-so', version: 2 },
  });
  if (read.document.kind !== 'assessment') throw new Error('another kind');
  expect(valueOf(toChanges(read.document))).toEqual(sampleChanges(evidence));
  for (const { sha256, size, file } of evidence) {
    const kept = valueOf(store.locate({ sha256, size, name: '' }));
    expect(readFileSync(kept).equals(readFileSync(file))).toBe(true);
  }
  expect(readdirSync(folder).toSorted()).toEqual(['large', 'none', 'sample.thuocso', 'small']);
});

test('equal content gives equal bytes, and a file that is there is replaced', async () => {
  const folder = makeTemporaryFolder();
  const first = readFileSync((await writeSample(folder)).target);
  writeFileSync(path.join(folder, 'sample.thuocso'), 'older');
  expect(readFileSync((await writeSample(folder)).target).equals(first)).toBe(true);
});

test('an encrypted package is read with what opens it and refused by name without', async () => {
  const folder = makeTemporaryFolder();
  const keyring = valueOf(openKeyring(folder, null));
  const target = path.join(folder, 'sealed.thuocso');
  const unlock = { passphrase: null, identities: [keyring.identity] };
  const encryption = { kind: 'recipients', recipients: [keyring.recipient] } as const;
  const written = valueOf(
    await writePackage({
      target,
      manifest: assessmentManifest,
      document: assessmentDocument(),
      evidence: [],
      key: sampleKey,
      encryption,
      unlock,
    }),
  );
  const read = valueOf(await readPackage(target, { unlock, keepEvidence: null }));
  expect(read).toMatchObject({
    fileSha256: written.sha256,
    wasEncrypted: true,
    document: assessmentDocument(),
  });
  expect(codesOf(await readPackage(target, { unlock: locked, keepEvidence: null }))).toEqual([
    'not-a-recipient',
  ]);
});

test('evidence that has gone is named, and nothing is left at the target', async () => {
  const folder = makeTemporaryFolder();
  const gone = { sha256: 'ef'.repeat(32), size: 3, file: path.join(folder, 'gone') };
  const result = await writePackage({
    target: path.join(folder, 'sample.thuocso'),
    manifest: assessmentManifest,
    document: assessmentDocument([gone]),
    evidence: [gone],
    key: sampleKey,
    encryption: null,
  });
  expect(codesOf(result)).toEqual(['evidence-file-missing']);
  expect(readdirSync(folder)).toEqual([]);
});

test('another program reads our zip as we do', async () => {
  const folder = makeTemporaryFolder();
  const evidence = [makeEvidence(folder, 'small', Buffer.from('nội dung'))];
  const { target } = await writeSample(folder, evidence);
  const zip = await openPromise(target);
  const seen: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    const digest = createHash('sha256');
    for await (const piece of await zip.openReadStreamPromise(entry)) digest.update(piece as Buffer);
    seen[entry.fileName] = digest.digest('hex');
  }
  const read = valueOf(await readPackage(target, { unlock: locked, keepEvidence: null }));
  expect(Object.keys(seen).slice(0, 3)).toEqual(['manifest.json', 'manifest.sig', 'document.json']);
  expect(seen['manifest.json']).toBe(read.manifestSha256);
  expect(Object.entries(seen).slice(2)).toEqual(
    read.manifest.entries.map(({ path: name, sha256 }) => [name, sha256]),
  );
});
