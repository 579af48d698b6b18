import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldDiacritics, normaliseName, withoutKind } from './normaliseName.ts';

const vietnameseWord = fc.constantFrom(
  ...'Hòa Hoà Đà Nẵng Quý Trà Dơn Don Tập Jơ Ngây Ch’ơm Ái Nghĩa Ghềnh Ượng Ẩm Kỳ Xã Phường Duy 1 II'.split(
    ' ',
  ),
);
const vietnameseText = fc.array(vietnameseWord, { maxLength: 6 }).map((words) => words.join(' '));

describe('normaliseName', () => {
  it.each([
    ['Phường Hòa Khánh Bắc', 'phuong hoa khanh bac'],
    ['  phường   HOÀ khánh\u00a0BẮC ', 'phuong hoa khanh bac'],
    ['Đặc khu Hoàng Sa', 'dac khu hoang sa'],
    ['Xã Ch’ơm', 'xa chom'],
    ["Xã Tr'Hy", 'xa trhy'],
    ['Xã Tam Xuân II', 'xa tam xuan ii'],
    ['Ðà Nẵng', 'da nang'],
    ['', ''],
    [' . ’ ', ''],
  ])('writes %j as %j', (text, normalised) => {
    expect(normaliseName(text)).toBe(normalised);
  });

  it.each([
    ['P. Hải Châu', 'phuong hai chau'],
    ['p.Hải Châu', 'phuong hai chau'],
    ['X. Bà Nà', 'xa ba na'],
    ['TT Ái Nghĩa', 'thi tran ai nghia'],
    ['TT. P Rao', 'thi tran p rao'],
    ['TP.Đà Nẵng', 'thanh pho da nang'],
    ['Q. Sơn Trà', 'quan son tra'],
    ['H. Hòa Vang', 'huyen hoa vang'],
    ['TX. Điện Bàn', 'thi xa dien ban'],
    ['ĐK. Hoàng Sa', 'dac khu hoang sa'],
  ])('writes the abbreviated kind in %j out', (text, normalised) => {
    expect(normaliseName(text)).toBe(normalised);
  });

  it('leaves a single letter without a dot alone, because P Rao is a name', () => {
    expect(normaliseName('P Rao')).toBe('p rao');
  });

  it('does not change its own result, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...Array.from('tpxqhkđ. ’AÂ\u0301-İ')) }),
        ),
        (text) => {
          const once = normaliseName(text);
          expect(normaliseName(once)).toBe(once);
        },
      ),
    );
  });

  it('gives the same for NFC and NFD, upper and lower case, and more spaces', () => {
    fc.assert(
      fc.property(vietnameseText, (text) => {
        const normalised = normaliseName(text);
        expect(normaliseName(text.normalize('NFC'))).toBe(normalised);
        expect(normaliseName(text.normalize('NFD'))).toBe(normalised);
        expect(normaliseName(text.toUpperCase())).toBe(normalised);
        expect(normaliseName(text.toLowerCase())).toBe(normalised);
        expect(normaliseName(`\t${text.replaceAll(' ', '  ')} `)).toBe(normalised);
      }),
    );
  });
});

describe('withoutKind', () => {
  it.each([
    ['phuong hai chau', 'hai chau'],
    ['thi xa dien ban', 'dien ban'],
    ['hai chau', 'hai chau'],
    ['xa', 'xa'],
    ['quang phu', 'quang phu'],
  ])('leaves of %j only %j', (name, bare) => {
    expect(withoutKind(name)).toBe(bare);
  });
});

describe('foldDiacritics', () => {
  it('holds the two spellings of Hòa for the same', () => {
    expect(foldDiacritics('Hoà Quý')).toBe(foldDiacritics('Hòa Qúy'));
  });

  it('keeps names apart that differ in a vowel or a tone', () => {
    expect(foldDiacritics('Trà Don')).not.toBe(foldDiacritics('Trà Dơn'));
    expect(foldDiacritics('Tam Thành')).not.toBe(foldDiacritics('Tam Thạnh'));
    expect(foldDiacritics('Đá')).not.toBe(foldDiacritics('Dá'));
  });
});
