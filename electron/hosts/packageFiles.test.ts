import { expect, test } from 'vitest';
import { packageHeaders, readPackageRequest } from './packageFiles.ts';

test.each([
  [
    '/files/packages?import=i-1&name=Phi%E1%BA%BFu.thuocso',
    { kind: 'upload', importId: 'i-1', name: 'Phiếu.thuocso' },
  ],
  ['/files/packages', { kind: 'upload', importId: '', name: '' }],
  ['/files/packages/d-1?x=y', { kind: 'download', downloadId: 'd-1' }],
  ['/files/packages/..%2fkeys', { kind: 'download', downloadId: '..%2fkeys' }],
  ['/files/evidence', null],
  ['/files/packagesx', null],
])('%s asks for %j', (target, asked) => {
  expect(readPackageRequest(target)).toEqual(asked);
});

test('a package is only ever saved, under its own name', () => {
  const name = 'Phuong-Hai-Chau_2026_lan1_AB12CD34.thuocso';
  expect(packageHeaders({ file: '/x', name, size: 7 })).toMatchObject({
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
    'content-type': 'application/octet-stream',
    'content-length': '7',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
});
