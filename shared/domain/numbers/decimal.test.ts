import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDecimal, toFraction } from './decimal.ts';
import { decimalSchema } from './decimalSchema.ts';

const read = (input: number | string): string => {
  const parsed = parseDecimal(input);
  return parsed.ok ? parsed.value : (parsed.errors[0]?.code ?? '');
};

describe('reading a figure', () => {
  it('accepts numbers and text with a decimal comma or point', () => {
    expect([0, 12, 0.25, '1,5', '1.5', ' 007,50 ', '+3', '12', '-0'].map(read)).toEqual([
      '0',
      '12',
      '0.25',
      '1.5',
      '1.5',
      '7.5',
      '3',
      '12',
      '0',
    ]);
  });

  it('reads full-width digits, which some keyboards produce', () => {
    expect(read('１２,５')).toBe('12.5');
  });

  it.each([
    ['-1', 'number-negative'],
    [-0.5, 'number-negative'],
    [Number.NaN, 'number-malformed'],
    [Number.POSITIVE_INFINITY, 'number-malformed'],
    ['', 'number-malformed'],
    ['12 người', 'number-malformed'],
    ['1.234,5', 'number-malformed'],
    ['1e5', 'number-malformed'],
    [1e21, 'number-malformed'],
    ['1/2', 'number-malformed'],
    ['1'.repeat(16), 'number-too-large'],
    [`0,${'1'.repeat(11)}`, 'number-too-large'],
  ])('refuses %s', (input, code) => {
    expect(read(input)).toBe(code);
  });

  it('keeps every figure exactly and is stable when read again', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 999_999 }), (whole, part) => {
        const text = `${String(whole)},${String(part).padStart(6, '0')}`;
        const canonical = read(text);
        expect(read(canonical)).toBe(canonical);
        expect(
          toFraction(canonical)
            .mul(1_000_000)
            .equals(whole * 1_000_000 + part),
        ).toBe(true);
      }),
    );
  });

  it('never fails otherwise than by name, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseDecimal(text)));
  });

  it('reads figures of content files the same way', () => {
    expect(decimalSchema.parse(0.5)).toBe('0.5');
    expect(decimalSchema.safeParse('x').error?.issues[0]?.message).toBe('number-malformed');
  });
});
