import type { Rule, RuleOption, SimpleRule } from '../criteria/rule.ts';
import { textLimits } from './answer.ts';

/**
 * Whether a value is, for the rule, surely what `normaliseValue` makes of it. False says nothing: the value then has
 * to go through `normaliseValue`, which takes many times as long and knows what is wrong.
 */
export function isSurelyCanonical(rule: Rule, value: unknown): boolean {
  if (value === null) return true;
  if (rule.kind === 'sum') return isParts(rule.parts, value);
  if (rule.kind === 'info') return isShortNfc(value, textLimits.long);
  return isSimple(rule, value);
}

/** Whether a value is a text of at most so many characters in the one form in which texts are kept. */
function isShortNfc(value: unknown, limit: number): boolean {
  return typeof value === 'string' && value.length <= limit && value.normalize('NFC') === value;
}

function isSimple(rule: SimpleRule, value: unknown): boolean {
  switch (rule.kind) {
    case 'yes_no':
      return typeof value === 'boolean';
    case 'choice':
      return isOption(rule.options, value);
    case 'checklist':
      return isAscending(value) && value.every((item) => isOption(rule.items, item));
    case 'tiers':
      return rule.measure.kind === 'count' ? isFigure(value) : isPair(value);
    case 'ratio':
      return isPair(value);
    case 'count':
      return isFigure(value);
    case 'manual':
      // Steps and maximum are for exact arithmetic.
      return false;
  }
}

/** Ids of options are letters, which have one form only. */
function isOption(options: readonly RuleOption[], value: unknown): boolean {
  return options.some(({ id }) => id === value);
}

function isAscending(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.every((item: unknown, index) => {
      const before: unknown = value[index - 1];
      return typeof item === 'string' && (typeof before !== 'string' || before < item);
    })
  );
}

/** A decimal as `parseDecimal` writes it. */
const figure = /^(?:0|[1-9]\d{0,14})(?:\.\d{0,9}[1-9])?$/u;
const wholeFigure = /^(?:0|[1-9]\d{0,14})$/u;

function isFigure(value: unknown): boolean {
  return typeof value === 'string' && figure.test(value);
}

function isPair(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false;
  const { numerator, denominator } = value as Readonly<Record<string, unknown>>;
  return (
    typeof numerator === 'string' &&
    typeof denominator === 'string' &&
    wholeFigure.test(numerator) &&
    wholeFigure.test(denominator) &&
    denominator !== '0' &&
    isAtMost(numerator, denominator)
  );
}

/** Of whole figures without leading zeros. */
function isAtMost(one: string, other: string): boolean {
  return one.length < other.length || (one.length === other.length && one <= other);
}

function isParts(parts: Extract<Rule, { kind: 'sum' }>['parts'], value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return false;
  const { parts: given } = value as Readonly<Record<string, unknown>>;
  return (
    Array.isArray(given) &&
    given.length === parts.length &&
    parts.every(({ rule }, index) => given[index] === null || isSimple(rule, given[index]))
  );
}
