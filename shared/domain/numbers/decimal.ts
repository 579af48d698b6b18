import Fraction from 'fraction.js';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';

/** A non-negative decimal in canonical form: `"0"`, `"12"`, `"0.25"`. No sign, exponent or superfluous zero. */
export type Decimal = string;

const maximumIntegerDigits = 15;
const maximumFractionDigits = 10;

/**
 * Reads a figure given as a JSON number or as text with a decimal comma or point. One separator is always
 * the decimal sign here; texts with grouping are the concern of the entry field, which can ask.
 *
 * Errors: `number-malformed`, `number-negative`, `number-too-large`.
 */
export function parseDecimal(input: number | string): Result<Decimal> {
  const text = String(input).normalize('NFKC').trim();
  const shown = text.slice(0, 40);
  const match = /^(?<sign>[-+]?)0*(?<whole>\d+)(?:[.,](?<part>\d+))?$/u.exec(text);
  if (!match?.groups) return failWith('number-malformed', { text: shown });
  const whole = match.groups['whole'] ?? '0';
  const part = (match.groups['part'] ?? '').replace(/0+$/u, '');
  if (match.groups['sign'] === '-' && !(whole === '0' && part === '')) {
    return failWith('number-negative', { text: shown });
  }
  if (whole.length > maximumIntegerDigits || part.length > maximumFractionDigits) {
    return failWith('number-too-large', { text: shown });
  }
  return succeed(part === '' ? whole : `${whole}.${part}`);
}

const known = new Map<Decimal, Fraction>();
const knownAtMost = 5000;

/** Exact. Fractions never change, so figures that come again and again (a set's points and targets) are read once. */
export function toFraction(decimal: Decimal): Fraction {
  const before = known.get(decimal);
  if (before !== undefined) return before;
  if (known.size >= knownAtMost) known.clear();
  const fraction = new Fraction(decimal);
  known.set(decimal, fraction);
  return fraction;
}
