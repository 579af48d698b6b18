import Fraction from 'fraction.js';

const usualDecimals = 2;

/**
 * Rounds half-up to two decimals for display, with more decimals where rounding would move the figure across
 * one of the `bounds` (a threshold or band), so that what is shown never contradicts a verdict.
 * Returns plain digits with a point, without superfluous zeros: `"79.996"`, `"80"`, `"83.25"`.
 */
export function roundForDisplay(figure: Fraction, bounds: readonly Fraction[] = []): string {
  let decimals = usualDecimals;
  let rounded = roundHalfUp(figure, decimals);
  while (bounds.some((bound) => figure.gte(bound) !== rounded.gte(bound))) {
    decimals += 1;
    rounded = roundHalfUp(figure, decimals);
  }
  return rounded.toString(decimals);
}

/**
 * Rounds a difference for display: as `roundForDisplay` without its sign, with more decimals where it would be shown as
 * nothing. Returns plain digits with a sign where it is negative: `"-2.5"`, `"0.001"`, `"0"`.
 */
export function roundDifference(difference: Fraction): string {
  const size = difference.abs();
  if (size.equals(0)) return '0';
  let least = new Fraction(1, 10 ** usualDecimals);
  while (size.lt(least)) least = least.div(10);
  const shown = roundForDisplay(size, [least]);
  return difference.lt(0) ? `-${shown}` : shown;
}

function roundHalfUp(figure: Fraction, decimals: number): Fraction {
  const scale = new Fraction(10n ** BigInt(decimals));
  const half = new Fraction(1, 2);
  return figure.mul(scale).add(half).floor().div(scale);
}
