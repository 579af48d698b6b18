import Fraction from 'fraction.js';

/** The exact sum. The common factors are taken out once at the end, which costs far less than after every figure. */
export function sumOf(figures: readonly Fraction[]): Fraction {
  let numerator = 0n;
  let denominator = 1n;
  for (const { s, n, d } of figures) {
    if (denominator % d === 0n) {
      numerator += s * n * (denominator / d);
    } else {
      numerator = numerator * d + s * n * denominator;
      denominator *= d;
    }
  }
  return new Fraction(numerator, denominator);
}
