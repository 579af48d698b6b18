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

test.each([
  ['tong-hop_da-nang-phuong-xa_2026.pdf', 'application/pdf'],
  ['tong-hop_x_2026.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['tong-hop_x_2026.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['tong-hop_x_2026.json', 'application/json'],
  ['tong-hop_x_2026.xml', 'application/xml'],
  ['tong-hop_x_2026_csv.zip', 'application/zip'],
])('the report %s is saved as what it is', (name, type) => {
  expect(packageHeaders({ file: '/x', name, size: 7 })).toMatchObject({
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
    'content-type': type,
    'x-content-type-options': 'nosniff',
  });
});
