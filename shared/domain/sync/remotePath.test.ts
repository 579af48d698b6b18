import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  fileOfPath,
  isTemporaryOf,
  periodOfFolder,
  remotePathOf,
  temporaryNameOf,
  type RemoteFile,
} from './remotePath.ts';

const file: RemoteFile = {
  period: '2026',
  unitCode: '20242',
  kind: 'assessment',
  revision: 2,
  shortDigest: '0123456789ab',
};

test('the place of a package tells period, unit, revision, content and what it is', () => {
  expect(remotePathOf(file)).toBe('2026/20242/20242_2026_r2_0123456789ab.thuocso');
  expect(remotePathOf({ ...file, period: '2026-01-01/2026-06-30', kind: 'receipt' })).toBe(
    '2026-01-01--2026-06-30/20242/20242_2026-01-01--2026-06-30_r2_0123456789ab_bien-nhan.thuocso',
  );
  expect(remotePathOf({ ...file, unitCode: '../etc' })).toBeUndefined();
});

test('every place can be read again as what it was made of', () => {
  const files = fc.record({
    period: fc.constantFrom('2026', '2026-Q3', '2026-01-01/2026-06-30'),
    unitCode: fc.stringMatching(/^[A-Za-z0-9-]{1,40}$/u),
    kind: fc.constantFrom('assessment', 'bundle', 'review', 'receipt'),
    revision: fc.nat(99_999),
    shortDigest: fc.stringMatching(/^[0-9a-f]{12}$/u),
  });
  fc.assert(
    fc.property(files, (one) => {
      expect(fileOfPath(remotePathOf(one) ?? '')).toEqual(one);
    }),
  );
});

test.each([
  '2026/20242/20242_2026_r2_0123456789ab.thuocso.exe',
  '2026/20242/20194_2026_r2_0123456789ab.thuocso',
  '2026/20242/20242_2025_r2_0123456789ab.thuocso',
  '2026/20242/20242_2026_r02_0123456789ab.thuocso',
  '2026/20242/20242_2026_r2_0123456789AB.thuocso',
  '2026/20242/20242_2026_r2_0123456789ab_khac.thuocso',
  '2026/20242/../20242_2026_r2_0123456789ab.thuocso',
  '2026/20242/x/20242_2026_r2_0123456789ab.thuocso',
  '2026-q3/20242/20242_2026-q3_r2_0123456789ab.thuocso',
  '20242/20242_2026_r2_0123456789ab.thuocso',
  '',
])('"%s" is none of ours', (path) => {
  expect(fileOfPath(path)).toBeUndefined();
});

test('a folder is a period only when it is written as we write it', () => {
  expect(['2026', '2026-Q3', '2026-01-01--2026-06-30'].map(periodOfFolder)).toEqual([
    '2026',
    '2026-Q3',
    '2026-01-01/2026-06-30',
  ]);
  expect(['2026 ', '2026Q3', '2026-06-30--2026-01-01', '..', ''].map(periodOfFolder)).toEqual(
    Array.from({ length: 5 }, () => undefined),
  );
});

test('a temporary name belongs to one installation, and is never taken for a package', () => {
  const name = temporaryNameOf('r-1', file.shortDigest);
  expect(isTemporaryOf('r-1', name)).toBe(true);
  expect(isTemporaryOf('r', name)).toBe(false);
  expect(fileOfPath(`2026/20242/${name}`)).toBeUndefined();
});
