import { expect, test } from 'vitest';
import type { HeldFile } from '#backend/files/evidenceStore.ts';
import { evidenceHeaders, readEvidenceRequest } from './evidenceFiles.ts';

const held: HeldFile = { file: '/x', size: 7, inlineType: undefined };

test.each([
  ['/files/evidence?name=B%C3%A1o%20c%C3%A1o.pdf', { kind: 'upload', name: 'Báo cáo.pdf' }],
  ['/files/evidence?name=%E0%A4%A', { kind: 'upload', name: '\uFFFD%A' }],
  ['/files/evidence', { kind: 'upload', name: '' }],
  ['/files/evidence/ab?name=x.pdf', { kind: 'download', sha256: 'ab', name: 'x.pdf' }],
  ['/files/evidence/ab', { kind: 'download', sha256: 'ab', name: 'ab' }],
  ['/files/evidences', null],
  ['/files/', null],
])('%s asks for %j', (target, asked) => {
  expect(readEvidenceRequest(target)).toEqual(asked);
});

test('what may be shown is shown inline as its content says, and in a sandbox', () => {
  const headers = evidenceHeaders({ ...held, inlineType: 'application/pdf' }, 'Báo cáo (1).exe');
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': "inline; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%281%29.exe.bin",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'SAMEORIGIN',
  });
  expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'; /u);
});

test.each([
  ['trang.html', 'trang.html.bin'],
  ['anh.svg', 'anh.svg.bin'],
  ['cai-dat.exe', 'cai-dat.exe.bin'],
  ['macro.docm', 'macro.docm.bin'],
  ['khong-duoi', 'khong-duoi.bin'],
  ['bao-cao.docx', 'bao-cao.docx'],
  ['../../a.zip', 'a.zip'],
])('anything else is only to be saved, under a name that starts nothing: %s', (name, saved) => {
  expect(evidenceHeaders(held, name)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${saved}`,
  });
});

test('no name can add a header', () => {
  const headers = evidenceHeaders(held, 'a\r\nset-cookie: x="1"; filename=b.exe');
  expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[\w.%-]+$/u);
});
