import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { craftPackage, sha256Of } from '../../../../test/helpers/craftPackage.ts';
import { productFolder } from '../../../../test/helpers/content.ts';
import { makeTemporaryFolder, useTemporaryFolderOfSystem } from '../../../../test/helpers/temporaryFolder.ts';
import { sampleUnlock } from '../../../../test/samples/describeSample.ts';
import { packageLimits } from '#shared/format/package/limits.ts';
import type { Result } from '#shared/errors/result.ts';
import { sourceOfBytes } from './byteSource.ts';
import { openPackage, type VerifiedPackage } from './openPackage.ts';
import { readPackage } from './readPackage.ts';
import { recogniseStart } from './recogniseStart.ts';

const evidence = Buffer.from('nội dung của tài liệu');
const bytes = craftPackage({ attached: { [`evidence/${sha256Of(evidence)}`]: evidence } });

async function open(content: Buffer): Promise<Result<VerifiedPackage>> {
  const source = sourceOfBytes(content);
  const start = recogniseStart(source);
  return start.ok ? openPackage(source, packageLimits) : start;
}

function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : (result.errors[0]?.code ?? '');
}

test('a package that is cut off is refused as cut off, wherever it was', async () => {
  const codes = new Set<string>();
  for (let length = 1; length < bytes.length; length += 1) {
    codes.add(codeOf(await open(bytes.subarray(0, length))));
  }
  expect([...codes]).toEqual(['package-cut-off']);
});

test('one flipped bit is refused by name, or changes nothing that is said', async () => {
  const whole = await open(bytes);
  if (!whole.ok) throw new Error('the package is not right');
  const { manifestSha256, document, publicKey } = whole.value;
  const codes = new Map<string, number>();
  for (let at = 0; at < bytes.length; at += 1) {
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
    const read = await open(flipped);
    codes.set(codeOf(read), (codes.get(codeOf(read)) ?? 0) + 1);
    if (read.ok) {
      expect(read.value).toMatchObject({ manifestSha256, document, publicKey });
      expect(read.value.attached.map(({ name, size }) => [name, size])).toEqual(
        whole.value.attached.map(({ name, size }) => [name, size]),
      );
    }
  }
  // Only times, versions and the like of the zip may be other than they were.
  expect(codes.get('ok') ?? 0).toBeLessThan(bytes.length / 20);
  expect([...codes.keys()].filter((code) => code !== 'ok' && !code.startsWith('package-'))).toEqual([]);
});

test('an encrypted package with a flipped bit, or cut off, is refused and leaves nothing behind', async () => {
  const temporary = useTemporaryFolderOfSystem();
  const file = path.join(makeTemporaryFolder(), 'sealed.thuocso');
  const sealed = readFileSync(
    path.join(productFolder, 'test/fixtures/files/v1/assessment-recipient.thuocso'),
  );
  const outcomeOf = async (content: Buffer) => {
    writeFileSync(file, content);
    return codeOf(await readPackage(file, { unlock: sampleUnlock, keepEvidence: null }));
  };
  expect(await outcomeOf(sealed)).toBe('ok');
  const codes = new Set<string>();
  for (let at = 0; at < sealed.length; at += 29) {
    const flipped = Buffer.from(sealed);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
    codes.add(await outcomeOf(flipped));
    if (at > 0) codes.add(await outcomeOf(sealed.subarray(0, at)));
  }
  const expected = [
    'package-damaged',
    'package-not-ours',
    'package-cut-off',
    'not-a-recipient',
    'encryption-unsupported',
  ];
  expect([...codes].filter((code) => !expected.includes(code))).toEqual([]);
  expect(readdirSync(temporary)).toEqual([]);
});

test('what is no file at all is named', async () => {
  const folder = makeTemporaryFolder();
  const read = (name: string) =>
    readPackage(path.join(folder, name), { unlock: sampleUnlock, keepEvidence: null });
  expect(codeOf(await read('.'))).toBe('file-unreadable');
  expect(codeOf(await read('gone'))).toBe('file-not-found');
});
