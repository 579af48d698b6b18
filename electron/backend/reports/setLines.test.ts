import { expect, test } from 'vitest';
import { readLetterWidths } from './letterWidths.ts';
import { fontBytes } from './pdfFonts.ts';
import { breakLines } from './setLines.ts';
import { tidyText } from './typography.ts';

const column = { width: 100, size: 10, style: 'normal' } as const;

test('letters have the widths of Times New Roman', () => {
  const widths = readLetterWidths(fontBytes('normal'));
  const em = (letter: string) => Math.round(widths(letter.codePointAt(0) ?? 0) * 1000);
  expect(em(' ')).toBe(250);
  expect(em('0')).toBe(500);
  expect(em('M')).toBe(889);
  expect(em('ộ')).toBe(em('o'));
});

test('lines hold as many words as fit, and all of them', () => {
  const text = 'Tỷ lệ hồ sơ thủ tục hành chính được tiếp nhận và giải quyết trực tuyến toàn trình';
  const lines = breakLines(text, column);
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.join(' ')).toBe(text);
});

test('a word wider than the column is broken where the column ends', () => {
  const word = 'a'.repeat(100);
  const lines = breakLines(`Xem ${word}`, column);
  expect(lines.join('')).toBe(`Xem${word}`);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(30);
});

test('nothing gives one empty line', () => {
  expect(breakLines('', column)).toEqual(['']);
});

test('text is composed, freed of control characters, and keeps its percent sign', () => {
  expect(tidyText('Hải'.normalize('NFD'))).toBe('Hải');
  expect(tidyText('a\u0007b\u200bc\r\nd')).toBe('abc\nd');
  expect(tidyText('90 % trở lên')).toBe('90\u00a0% trở lên');
});
