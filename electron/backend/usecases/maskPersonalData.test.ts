import { expect, test } from 'vitest';
import { maskPersonalData } from './maskPersonalData.ts';

test.each([
  ['gửi cho Nguyễn Văn An hôm nay', 'gửi cho [***] hôm nay'],
  ['NGUYỄN VĂN AN'.normalize('NFD'), '[***]'],
  ['gọi 0905 123 456 hoặc +84905123456.', 'gọi [***] hoặc [***].'],
  ['số 048123456789', 'số [***]'],
  ['thư an.nguyen+1@danang.gov.vn.', 'thư [***].'],
  [`Unexpected token, "số liệu của xã" is not valid JSON`, 'Unexpected token, "[***]" is not valid JSON'],
  ['at read (file:///home/an/app/a.ts:1:2)', 'at read (file:///home/[***]/app/a.ts:1:2)'],
  [String.raw`open C:\Users\Lê An\dữ liệu`, String.raw`open C:\Users\[***]\dữ liệu`],
])('%s becomes %s', (line, masked) => {
  expect(maskPersonalData(line, [])).toBe(masked);
});

test('what the data says about people is masked wherever and however it is written', () => {
  const known = ['Chị Lan (VP)', 'lan', '  ', 'tổ 3, thôn Phú Hòa'];
  expect(maskPersonalData('chị lan (vp) ở TỔ 3, thôn phú hòa'.normalize('NFD'), known)).toBe('[***] ở [***]');
});

test('what helps to find a fault stays', () => {
  const line =
    '1a2b3c4d answers.record: TypeError: x is not a function\n    at save (file:///app/store.ts:12:34)';
  expect(maskPersonalData(line, [])).toBe(line);
});
