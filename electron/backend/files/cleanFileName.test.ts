import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanFileName } from './cleanFileName.ts';

test.each([
  ['Quyết định 12.pdf'.normalize('NFD'), 'Quyết định 12.pdf'],
  ['../../etc/passwd', 'passwd'],
  [String.raw`C:\Users\An\Báo cáo.docx`, 'Báo cáo.docx'],
  ['ảnh\u202Egpj.exe', 'ảnhgpj.exe'],
  ['a\u0000b\r\nSet-Cookie: x.pdf', 'abSet-Cookie_ x.pdf'],
  ['<script>"a"|b?.html', '_script__a__b_.html'],
  ['CON.pdf', '_CON.pdf'],
  ['nul', '_nul'],
  ['...', 'file'],
  ['', 'file'],
  ['tên có dấu chấm cuối. . ', 'tên có dấu chấm cuối'],
  ['.htaccess', 'htaccess'],
  ['\uD800.pdf', '\uFFFD.pdf'],
])('%j becomes %j', (given, cleaned) => {
  expect(cleanFileName(given)).toBe(cleaned);
});

test('a long name is cut and keeps its ending', () => {
  const cleaned = cleanFileName(`${'😀'.repeat(300)}.pdf`);
  expect(cleaned.length).toBeLessThanOrEqual(200);
  expect(cleaned).toMatch(/😀\.pdf$/u);
});

test('whatever comes in, the name can be stored, saved and cleaned again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const cleaned = cleanFileName(given);
      expect(cleaned).toMatch(/^[^\p{Cc}\p{Cf}/\\<>:"|?*]+$/u);
      expect(cleaned.length).toBeLessThanOrEqual(200);
      expect(cleanFileName(cleaned)).toBe(cleaned);
    }),
  );
});
