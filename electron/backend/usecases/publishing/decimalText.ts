import type Fraction from 'fraction.js';

const decimals = 12;
const scale = 10n ** BigInt(decimals);

/** A figure as PostgreSQL's `numeric` reads it: twelve decimals at most, rounded half up, without superfluous zeros. */
export function decimalText(figure: Fraction): string;
export function decimalText(figure: Fraction | null): string | null;
export function decimalText(figure: Fraction | null): string | null {
  if (figure === null) return null;
  const numerator = figure.s * figure.n;
  if (figure.d === 1n) return numerator.toString();
  const scaled = floorOfQuotient(2n * numerator * scale + figure.d, 2n * figure.d);
  const [sign, digits] = scaled < 0n ? ['-', -scaled] : ['', scaled];
  const whole = (digits / scale).toString();
  const rest = (digits % scale).toString().padStart(decimals, '0').replace(/0+$/u, '');
  return rest === '' ? sign + whole : `${sign}${whole}.${rest}`;
}

function floorOfQuotient(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}
