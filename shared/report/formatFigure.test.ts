import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import { equalsSign, formatDate, formatDifference, formatNumber, formatPercent } from './formatFigure.ts';

test('Vietnamese writes a decimal comma and groups with points, English the other way round', () => {
  expect(formatNumber('1234567.25', 'vi')).toBe('1.234.567,25');
  expect(formatNumber('1234567.25', 'en')).toBe('1,234,567.25');
  expect(formatNumber('999', 'vi')).toBe('999');
});

test('entered figures are shown in full, computed ones with two decimals', () => {
  expect(formatNumber('0.12345', 'vi')).toBe('0,12345');
  expect(formatNumber(new Fraction(1, 3), 'vi')).toBe('0,33');
});

test('a figure is never rounded across a bound', () => {
  expect(formatPercent(new Fraction('79.996'), 'vi', [new Fraction(80)])).toBe('79,996 %');
  expect(formatPercent(new Fraction('79.996'), 'vi')).toBe('80 %');
  expect(formatPercent(null, 'vi')).toBe('–');
});

test('a difference has its sign, and is never shown as none where there is one', () => {
  const shown = (text: string) => formatDifference(new Fraction(text), 'vi');
  expect(['6.1', '-2.25', '0'].map(shown)).toEqual(['+6,1', '−2,25', '0']);
  expect(['6.105', '-6.105'].map(shown)).toEqual(['+6,11', '−6,11']);
  expect(['1/3000', '-1/3000'].map(shown)).toEqual(['+0,0003', '−0,0003']);
});

test('a rounded figure stands after ≈', () => {
  expect(equalsSign([new Fraction(1, 4)])).toBe('=');
  expect(equalsSign([new Fraction(1, 4), new Fraction(1, 3)])).toBe('≈');
});

test('dates are written day first', () => {
  expect(formatDate('2026-03-05')).toBe('05/03/2026');
  expect(formatDate('')).toBe('');
});
