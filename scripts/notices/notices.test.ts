import { expect, test } from 'vitest';
import { findUnknownLicences, renderNotices, type ShippedPackage } from './notices.ts';

const plain: ShippedPackage = { name: 'a', version: '1.0.0', licence: 'MIT', texts: ['Copyright A'] };

test('a licence that nobody has accepted is reported', () => {
  expect(findUnknownLicences([plain, { ...plain, licence: '(MIT AND Zlib)' }])).toEqual([]);
  expect(findUnknownLicences([{ ...plain, licence: 'GPL-3.0-only' }])).toHaveLength(1);
  expect(findUnknownLicences([{ ...plain, licence: '(MIT OR GPL-3.0-only)' }])).toHaveLength(1);
  expect(findUnknownLicences([{ ...plain, licence: null, texts: [] }])).toHaveLength(1);
});

test('a package without a declaration is accepted when its text is that of the MIT licence', () => {
  expect(findUnknownLicences([{ ...plain, licence: null, texts: ['MIT License\n\nCopyright B'] }])).toEqual(
    [],
  );
});

test('the notices name every package and give each text once', () => {
  const notices = renderNotices([
    plain,
    { ...plain, name: 'b' },
    { ...plain, name: 'c', texts: ['Copyright C'] },
  ]);
  expect(notices).toContain('| b | 1.0.0 | MIT |');
  expect(notices.split('Copyright A')).toHaveLength(2);
  expect(notices).toContain('## a, b\n');
});
