import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { sumOf } from './sumOf.ts';
import { sumOfMany } from './sumOfMany.ts';

const small = fc
  .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 40 }))
  .map(([numerator, denominator]) => new Fraction(numerator, denominator));
const wild = fc
  .tuple(fc.bigInt(-(2n ** 90n), 2n ** 90n), fc.bigInt(1n, 2n ** 90n))
  .map(([numerator, denominator]) => new Fraction(numerator, denominator));

describe('the sum over many units', () => {
  it('is exact where the denominators are small', () => {
    fc.assert(
      fc.property(fc.array(small, { maxLength: 60 }), (figures) => {
        expect(sumOfMany(figures)).toEqual(sumOf(figures));
      }),
    );
  });

  it('is within a hundredth of a trillionth of a millionth of the exact one whatever they are', () => {
    fc.assert(
      fc.property(fc.array(wild, { minLength: 10, maxLength: 40 }), (figures) => {
        const difference = sumOfMany(figures).sub(sumOf(figures)).abs();
        expect(difference.lte(new Fraction(1n, 10n ** 20n))).toBe(true);
      }),
    );
  });

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(wild, { maxLength: 30 }), (figures) => {
        expect(sumOfMany(figures.toReversed())).toEqual(sumOfMany(figures));
      }),
    );
  });

  it('gives thirds that make a whole back as a whole', () => {
    const wilds = [101n, 103n, 107n].map((n) => new Fraction(1n, n ** 40n));
    const whole = [...wilds, ...wilds.map((one) => new Fraction(1).sub(one))];
    expect(sumOfMany(whole)).toEqual(new Fraction(3));
  });

  it('adds up the unlike figures of a whole country at once', () => {
    const figures = Array.from(
      { length: 3321 },
      (_, index) => new Fraction(index, 2n ** 80n + BigInt(index)),
    );
    expect(sumOfMany(figures).d <= 10n ** 20n).toBe(true);
  });
});
