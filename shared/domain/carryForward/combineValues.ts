import type { AnswerValue, FigurePair, PartAnswer, SimpleValue } from '../assessment/answer.ts';
import type { Rule, SimpleRule, SumPart } from '../criteria/rule.ts';
import { toFraction, type Decimal } from '../numbers/decimal.ts';

/**
 * What several units together would have answered, for a unit formed out of them: counts add up, ratios are
 * taken again from the sums of their figures, anything else is proposed only where all of them agree.
 * `null` when nothing can be said. Values must be canonical and complete.
 */
export function combineValues(rule: Rule, values: readonly AnswerValue[]): AnswerValue | null {
  if (values.length === 0) return null;
  if (rule.kind === 'sum') return combineSums(rule.parts, values);
  if (rule.kind === 'info') return agreed(values);
  return combineSimple(rule, values as readonly SimpleValue[]);
}

function combineSimple(rule: SimpleRule, values: readonly SimpleValue[]): SimpleValue | null {
  const first = values[0];
  if (first === undefined || values.length === 1) return first ?? null;
  const addsUp = rule.kind === 'count' || (rule.kind === 'tiers' && rule.measure.kind === 'count');
  if (addsUp) return addDecimals(values as readonly Decimal[]);
  return rule.kind === 'ratio' || rule.kind === 'tiers'
    ? addPairs(values as readonly FigurePair[])
    : agreed(values);
}

function combineSums(parts: readonly SumPart[], values: readonly AnswerValue[]): AnswerValue | null {
  const given = values.map((value) => (typeof value === 'object' && 'parts' in value ? value.parts : []));
  const combined = parts.map((part, index): PartAnswer => {
    const answers = given.map((list) => list[index] ?? null);
    const known = answers.filter(
      (answer): answer is SimpleValue => answer !== null && !isNotApplicable(answer),
    );
    return known.length === answers.length ? combineSimple(part.rule, known) : (agreed(answers) ?? null);
  });
  return combined.every((part) => part === null) ? null : { parts: combined };
}

function isNotApplicable(answer: PartAnswer): boolean {
  return typeof answer === 'object' && answer !== null && 'notApplicable' in answer;
}

function addPairs(pairs: readonly FigurePair[]): FigurePair | null {
  const numerators = pairs.map((pair) => pair.numerator).filter((figure) => figure !== null);
  const denominators = pairs.map((pair) => pair.denominator).filter((figure) => figure !== null);
  if (numerators.length < pairs.length || denominators.length < pairs.length) return null;
  return { numerator: addDecimals(numerators), denominator: addDecimals(denominators) };
}

function addDecimals(figures: readonly Decimal[]): Decimal {
  return figures
    .map(toFraction)
    .reduce((sum, figure) => sum.add(figure))
    .toString(decimalPlaces(figures));
}

/** Sums of decimals need no more places than the longest of them. */
function decimalPlaces(figures: readonly Decimal[]): number {
  return Math.max(1, ...figures.map((figure) => figure.split('.')[1]?.length ?? 0));
}

function agreed<T>(values: readonly T[]): T | null {
  const [first, ...others] = values;
  const text = JSON.stringify(first);
  return first !== undefined && others.every((other) => JSON.stringify(other) === text) ? first : null;
}
