import Fraction from 'fraction.js';

/** Beyond it a denominator has more than 150 digits. */
const greatestDenominator = 2n ** 512n;
const workingScale = 10n ** 40n;
const scale = 10n ** 20n;

/**
 * The sum over many units, to be shown or put in order: exact while its denominator can still be read, else rounded to 20
 * decimals. Percentages of units have denominators of 30 digits, each another one: the exact sum of a country's would
 * have a hundred thousand digits and take minutes. Whatever a verdict hangs on is added up by `sumOf`.
 */
export function sumOfMany(figures: readonly Fraction[]): Fraction {
  const denominator = commonDenominator(figures);
  if (denominator === null) {
    const sum = figures.reduce((total, { s, n, d }) => total + (s * n * workingScale) / d, 0n);
    return new Fraction(roundedDivision(sum * scale, workingScale), scale);
  }
  const sum = figures.reduce((total, { s, n, d }) => total + s * n * (denominator / d), 0n);
  return new Fraction(sum, denominator);
}

/** The least common one; null where it is too great. */
function commonDenominator(figures: readonly Fraction[]): bigint | null {
  let least = 1n;
  for (const { d } of figures) {
    if (least % d === 0n) continue;
    least *= d / greatestDivisor(least, d);
    if (least > greatestDenominator) return null;
  }
  return least;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [greater, lesser] = [a, b];
  while (lesser !== 0n) [greater, lesser] = [lesser, greater % lesser];
  return greater;
}

/** Half away from zero. */
function roundedDivision(dividend: bigint, divisor: bigint): bigint {
  const half = dividend < 0n ? -divisor : divisor;
  return (dividend * 2n + half) / (divisor * 2n);
}
