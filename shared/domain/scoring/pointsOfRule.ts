import Fraction from 'fraction.js';
import { assertNever } from '#shared/errors/assertNever.ts';
import type { FigurePair, SimpleValue } from '../assessment/answer.ts';
import type { Comparator, SimpleRule, TierStep } from '../criteria/rule.ts';
import { toFraction, type Decimal } from '../numbers/decimal.ts';

export const zero = new Fraction(0);
export const hundred = new Fraction(100);

/** What a complete answer is worth: exact points, and whether the criterion counts as met (design §4). */
export interface Worth {
  readonly points: Fraction;
  readonly met: boolean;
}

/**
 * The points of a complete, canonical answer to a rule that can stand alone. `max` is what the criterion or
 * part is worth at most; the rule's year-stepped target must already be in place (`ruleForYear`).
 */
export function pointsOfRule(rule: SimpleRule, value: SimpleValue, max: Fraction): Worth {
  switch (rule.kind) {
    case 'yes_no':
      return fullWhen(value === true, max);
    case 'choice':
      return metAtMaximum(pointsOfItems(rule.options, [value]), max);
    case 'checklist':
      return metAtMaximum(pointsOfItems(rule.items, value as readonly string[]), max);
    case 'tiers': {
      const figure =
        rule.measure.kind === 'count' ? toFraction(value as Decimal) : percentOf(value as FigurePair);
      return metAtMaximum(pointsOfSteps(rule.steps, figure), max);
    }
    case 'ratio':
      return pointsTowardsTarget(rule, percentOf(value as FigurePair), max);
    case 'count':
      return pointsTowardsTarget(rule, toFraction(value as Decimal), max);
    case 'manual':
      return metAtMaximum(toFraction(value as Decimal), max);
    default:
      return assertNever(rule);
  }
}

/** 100·a/b of a complete pair, exact. */
export function percentOf(pair: FigurePair): Fraction {
  if (pair.numerator === null || pair.denominator === null)
    throw new Error('The pair of figures is incomplete');
  return toFraction(pair.numerator).mul(hundred).div(toFraction(pair.denominator));
}

export function holds(figure: Fraction, op: Comparator, bound: Fraction): boolean {
  return op === '>=' ? figure.gte(bound) : figure.gt(bound);
}

function fullWhen(met: boolean, max: Fraction): Worth {
  return { points: met ? max : zero, met };
}

function metAtMaximum(points: Fraction, max: Fraction): Worth {
  const capped = points.gt(max) ? max : points;
  return { points: capped, met: capped.equals(max) };
}

function pointsOfItems(
  options: readonly { readonly id: string; readonly points: Decimal }[],
  chosen: readonly unknown[],
): Fraction {
  return options
    .filter((option) => chosen.includes(option.id))
    .reduce((sum, option) => sum.add(toFraction(option.points)), zero);
}

function pointsOfSteps(steps: readonly TierStep[], figure: Fraction): Fraction {
  return steps
    .filter((step) => holds(figure, step.op, toFraction(step.at)))
    .map((step) => toFraction(step.points))
    .reduce((best, points) => (points.gt(best) ? points : best), zero);
}

function pointsTowardsTarget(
  rule: Extract<SimpleRule, { kind: 'ratio' | 'count' }>,
  figure: Fraction,
  max: Fraction,
): Worth {
  const target = toFraction(rule.target);
  if (holds(figure, rule.op, target)) return { points: max, met: true };
  const floor = rule.kind === 'ratio' && rule.floor !== undefined ? toFraction(rule.floor) : zero;
  if (rule.below === 'zero' || figure.lt(floor)) return { points: zero, met: false };
  const linear = target.equals(zero) ? zero : max.mul(figure).div(target);
  return { points: linear.gt(max) ? max : linear, met: false };
}
