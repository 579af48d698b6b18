import { expect, test } from 'vitest';
import { openInstallation, verdictsOf } from '../../../../test/helpers/installation.ts';
import { sampleSubject } from '../../../../test/helpers/samplePackage.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { edit, keyNamed, logDocument, writeSample } from '../../../../test/helpers/writeSample.ts';
import { valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { listImports } from './listImports.ts';
import { undoImport } from './undoImport.ts';

const receiver = {
  role: 'aggregator',
  unit: { code: '48', validFrom: '2025-07-01', name: 'Đà Nẵng' },
} as const;

function writeReceipt(): Promise<string> {
  const { contentDigest, revision } = sampleSubject;
  const sha256 = 'ab'.repeat(32);
  return writeSample(
    makeTemporaryFolder(),
    {
      kind: 'receipt',
      of: { packageSha256: sha256, manifestSha256: sha256, revision, contentDigest },
      verdict: 'new',
      receivedAt: '2026-12-01T01:00:00.000Z',
      receiver,
    },
    { key: keyNamed('aggregator'), sender: receiver },
  );
}

test('a receipt is kept with the assessment it speaks of, once, and needs one', async () => {
  const commune = openInstallation('hai-chau', 'commune');
  const file = await writeReceipt();
  expect(verdictsOf(await commune.importAll([file]))).toEqual(['receipt-without-assessment']);
  const id = commune.create();
  expect(await commune.check([file, file])).toMatchObject([
    { verdict: 'new', assessmentId: id, changes: 0 },
    { verdict: 'same' },
  ]);
  expect(verdictsOf(await commune.importAll([file, file]))).toEqual(['new', 'same']);
  const [newest] = valueOf(listImports(commune.context()));
  expect(newest).toMatchObject({ undo: 'possible', files: 2 });
  valueOf(undoImport(commune.context(), newest?.id ?? ''));
  expect(verdictsOf(await commune.check([file]))).toEqual(['new']);
});

test('a receipt is taken in again when its assessment went with an undo and came back', async () => {
  const commune = openInstallation('hai-chau', 'commune');
  const files = [await writeSample(makeTemporaryFolder(), logDocument(edit(1))), await writeReceipt()];
  for (const file of files) expect(verdictsOf(await commune.importAll([file]))).toEqual(['new']);
  valueOf(undoImport(commune.context(), valueOf(listImports(commune.context()))[1]?.id ?? ''));
  expect(verdictsOf(await commune.check(files))).toEqual(['new', 'new']);
  expect(verdictsOf(await commune.importAll(files))).toEqual(['new', 'new']);
  expect(verdictsOf(await commune.importAll(files))).toEqual(['same', 'same']);
});
