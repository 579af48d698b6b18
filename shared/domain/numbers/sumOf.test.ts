import fc from 'fast-check';
import Fraction from 'fraction.js';
import { expect, it } from 'vitest';
import { sumOf } from './sumOf.ts';

const figures = fc.array(
  fc
    .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 1, max: 9999 }))
    .map(([numerator, denominator]) => new Fraction(numerator, denominator)),
);

it('is exactly what adding one figure after another gives', () => {
  fc.assert(
    fc.property(figures, (all) => {
      expect(sumOf(all)).toEqual(all.reduce((sum, figure) => sum.add(figure), new Fraction(0)));
    }),
  );
});
