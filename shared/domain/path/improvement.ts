import type Fraction from 'fraction.js';
import { assertNever } from '#shared/errors/assertNever.ts';
import type { AnswerValue, FigurePair, PartAnswer, SimpleValue } from '../assessment/answer.ts';
import type { Comparator, RuleKind, RuleOption, SimpleRule } from '../criteria/rule.ts';
import { toFraction, type Decimal } from '../numbers/decimal.ts';
import { holds, hundred, pointsOfRule, zero } from '../scoring/pointsOfRule.ts';
import type { CriterionScore, PartScore } from '../scoring/scoreCriterion.ts';

/** A better answer to one criterion: the value that would be given, and what it is then worth. */
export interface Improvement {
  readonly value: AnswerValue;
  /** Points gained over the present answer; exact. */
  readonly gain: Fraction;
  readonly met: boolean;
}

/** Relative work to bring a criterion from nothing to its maximum, where the officer has not set one. */
export const defaultEfforts: Readonly<Record<RuleKind, number>> = {
  yes_no: 2,
  choice: 3,
  checklist: 3,
  tiers: 4,
  count: 4,
  ratio: 6,
  sum: 5,
  manual: 4,
  info: 1,
};

interface Option<V> {
  readonly value: V;
  readonly points: Fraction;
  readonly met: boolean;
}

/**
 * Every better answer worth proposing for a criterion, one per distinct result. Targets are proposed whole:
 * a ratio or count is brought to its target, a checklist and a sum to any combination of their members.
 */
export function listImprovements(score: CriterionScore): readonly Improvement[] {
  if (!score.counts) return [];
  const options =
    score.rule.kind === 'sum'
      ? optionsOfParts(score.parts, score.answer.value)
      : score.rule.kind === 'info'
        ? []
        : optionsOfRule(score.rule, score.max, score.answer.value as SimpleValue | null);
  return onePerResult(options)
    .map((option) => ({ value: option.value, gain: option.points.sub(score.points), met: option.met }))
    .filter((improvement) => improvement.gain.gt(zero) || (improvement.met && !score.met));
}

function optionsOfRule(
  rule: SimpleRule,
  max: Fraction,
  present: SimpleValue | null,
): readonly Option<SimpleValue>[] {
  return betterValues(rule, max, present).map((value) => ({ value, ...pointsOfRule(rule, value, max) }));
}

function betterValues(rule: SimpleRule, max: Fraction, present: SimpleValue | null): readonly SimpleValue[] {
  switch (rule.kind) {
    case 'yes_no':
      return [true];
    case 'choice':
      return rule.options.map((option) => option.id);
    case 'checklist':
      return supersets(rule.items, Array.isArray(present) ? present : []);
    case 'tiers':
      return rule.measure.kind === 'count'
        ? rule.steps.map((step) => smallestCount(step.op, step.at))
        : rule.steps.flatMap((step) => smallestPair(step.op, step.at, present));
    case 'ratio':
      return smallestPair(rule.op, rule.target, present);
    case 'count':
      return [smallestCount(rule.op, rule.target)];
    case 'manual':
      return [max.toString()];
    default:
      return assertNever(rule);
  }
}

/**
 * Ticked items stay ticked: an improvement never asks to undo what has been done. One set for each sum of points: there
 * are a million sets of twenty items, and most of them are worth the same.
 */
function supersets(items: readonly RuleOption[], ticked: readonly string[]): readonly (readonly string[])[] {
  const start: readonly Option<readonly string[]>[] = [{ value: [], points: zero, met: false }];
  return items
    .reduce((sets, item) => {
      const withItem = ({ value, points, met }: Option<readonly string[]>): Option<readonly string[]> => {
        return { value: [...value, item.id], points: points.add(toFraction(item.points)), met };
      };
      return ticked.includes(item.id)
        ? sets.map(withItem)
        : onePerResult(sets.flatMap((set) => [set, withItem(set)]));
    }, start)
    .map(({ value }) => value);
}

/** The smallest whole number that satisfies a bound: counts are counts of things. */
function smallestCount(op: Comparator, at: Decimal): Decimal {
  const bound = toFraction(at);
  const smallest = op === '>=' ? bound.ceil() : bound.floor().add(1);
  return smallest.toString();
}

/** The smallest whole numerator over the present denominator (100 while none is known); none if out of reach. */
function smallestPair(op: Comparator, at: Decimal, present: SimpleValue | null): readonly FigurePair[] {
  const denominator = denominatorOf(present) ?? '100';
  const whole = toFraction(denominator);
  const bound = toFraction(at).mul(whole).div(hundred);
  const smallest = op === '>=' ? bound.ceil() : bound.floor().add(1);
  if (smallest.lte(whole)) return [{ numerator: smallest.toString(), denominator }];
  return holds(whole, op, bound) ? [{ numerator: denominator, denominator }] : [];
}

function denominatorOf(present: SimpleValue | null): Decimal | null {
  return typeof present === 'object' && present !== null && 'denominator' in present
    ? present.denominator
    : null;
}

/** Combines the parts: each stays as it is or takes one of its better values. Unanswered parts must be answered. */
function optionsOfParts(
  parts: readonly PartScore[],
  present: AnswerValue | null,
): readonly Option<AnswerValue>[] {
  const given = typeof present === 'object' && present !== null && 'parts' in present ? present.parts : [];
  const start: Option<readonly PartAnswer[]> = { value: [], points: zero, met: true };
  const combined = parts.reduce<readonly Option<readonly PartAnswer[]>[]>(
    (options, part, index) => {
      const choices = optionsOfPart(part, given[index] ?? null);
      return onePerResult(
        options.flatMap((option) =>
          choices.map((choice) => ({
            value: [...option.value, choice.value],
            points: option.points.add(choice.points),
            met: option.met && choice.met,
          })),
        ),
      );
    },
    [start],
  );
  return combined.map((option) => ({ ...option, value: { parts: option.value } }));
}

function optionsOfPart(part: PartScore, given: PartAnswer): readonly Option<PartAnswer>[] {
  if (part.state === 'not-applicable') return [{ value: given, points: zero, met: true }];
  const present = given as SimpleValue | null;
  const better = optionsOfRule(part.part.rule, toFraction(part.part.points), present);
  return part.state === 'answered' && present !== null
    ? onePerResult([{ value: present, points: part.points, met: part.met }, ...better])
    : onePerResult(better);
}

/** Keeps the first option of each (points, met): the cheaper ones to describe come first. */
function onePerResult<V>(options: readonly Option<V>[]): readonly Option<V>[] {
  const byResult = new Map<string, Option<V>>();
  for (const option of options) {
    const key = `${option.points.toFraction()} ${String(option.met)}`;
    if (!byResult.has(key)) byResult.set(key, option);
  }
  return [...byResult.values()];
}
