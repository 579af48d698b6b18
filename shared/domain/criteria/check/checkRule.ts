import type Fraction from 'fraction.js';
import { assertNever } from '#shared/errors/assertNever.ts';
import { toFraction, type Decimal } from '../../numbers/decimal.ts';
import { hundred, zero } from '../../scoring/pointsOfRule.ts';
import type { Comparator, Rule, RuleOfKind, RuleOption, TierStep } from '../rule.ts';
import { contentFault, type ContentFault, type ContentFaultCode } from './contentFault.ts';

/** Whether a rule's parameters are consistent with each other and with what the criterion or part is worth. */
export function checkRule(rule: Rule, maxPoints: Decimal, place: string): readonly ContentFault[] {
  const max = toFraction(maxPoints);
  switch (rule.kind) {
    case 'yes_no':
    case 'info':
      return [];
    case 'choice':
      return [...checkLetters(rule.options, place), ...checkBest(rule.options, max, place)];
    case 'checklist':
      return [...checkLetters(rule.items, place), ...checkSum(rule.items, max, place)];
    case 'tiers':
      return checkTiers(rule, max, place);
    case 'ratio':
      return checkRatio(rule, place);
    case 'count':
      return faultIf(toFraction(rule.target).lte(zero), 'target-out-of-range', place, {
        target: rule.target,
      });
    case 'manual':
      return checkManual(rule, max, place);
    case 'sum':
      return [
        ...checkLetters(rule.parts, place),
        ...checkSum(rule.parts, max, place),
        ...rule.parts.flatMap((part) => checkRule(part.rule, part.points, `${place}.${part.id}`)),
        ...rule.parts.flatMap((part) =>
          faultIf(toFraction(part.points).lte(zero), 'points-zero', `${place}.${part.id}`),
        ),
      ];
    default:
      return assertNever(rule);
  }
}

/** Whether a percentage can be a target at all under its comparator: a share above 100 % does not exist. */
export function checkPercentTarget(target: Decimal, op: Comparator, place: string): readonly ContentFault[] {
  const at = toFraction(target);
  return [
    ...faultIf(at.lte(zero) || at.gt(hundred), 'target-out-of-range', place, { target }),
    ...faultIf(op === '>' && at.equals(hundred), 'target-unreachable', place, { target }),
  ];
}

function checkLetters(members: readonly { readonly id: string }[], place: string): readonly ContentFault[] {
  const inOrder = members.every((member, index) => member.id === String.fromCodePoint(97 + index));
  return faultIf(!inOrder, 'letters-out-of-order', place, {
    letters: members.map(({ id }) => id).join(', '),
  });
}

function checkBest(options: readonly RuleOption[], max: Fraction, place: string): readonly ContentFault[] {
  const best = largest(options.map((option) => toFraction(option.points)));
  return faultIf(!best.equals(max), 'best-differs-from-maximum', place, figures(best, max));
}

function checkSum(
  members: readonly { readonly points: Decimal }[],
  max: Fraction,
  place: string,
): readonly ContentFault[] {
  const sum = members.reduce((total, member) => total.add(toFraction(member.points)), zero);
  return faultIf(!sum.equals(max), 'sum-differs-from-maximum', place, figures(sum, max));
}

function checkTiers(rule: RuleOfKind<'tiers'>, max: Fraction, place: string): readonly ContentFault[] {
  const { steps, measure } = rule;
  const best = largest(steps.map((step) => toFraction(step.points)));
  return [
    ...faultIf(!best.equals(max), 'best-differs-from-maximum', place, figures(best, max)),
    ...faultIf(!areDescending(steps), 'steps-not-descending', place),
    ...steps.flatMap((step, index) => checkStep(step, measure.kind, max, `${place}.steps.${String(index)}`)),
  ];
}

function checkStep(
  step: TierStep,
  measure: 'count' | 'percent',
  max: Fraction,
  place: string,
): readonly ContentFault[] {
  const isAboveNothing = step.op === '>' && toFraction(step.at).equals(zero);
  return [
    ...faultIf(toFraction(step.points).gt(max), 'step-above-maximum', place, {
      points: step.points,
      max: max.toString(),
    }),
    ...(measure === 'percent' && !isAboveNothing ? checkPercentTarget(step.at, step.op, place) : []),
    ...faultIf(
      measure === 'count' && step.op === '>=' && toFraction(step.at).equals(zero),
      'target-out-of-range',
      place,
      {
        target: step.at,
      },
    ),
  ];
}

/** Each step is lower than the one before and worth less; `> 5` counts as higher than `>= 5`. */
function areDescending(steps: readonly TierStep[]): boolean {
  return steps.every((step, index) => {
    const above = steps[index - 1];
    if (!above) return true;
    const [at, atAbove] = [toFraction(step.at), toFraction(above.at)];
    const isLower = at.lt(atAbove) || (at.equals(atAbove) && above.op === '>' && step.op === '>=');
    return isLower && toFraction(step.points).lt(toFraction(above.points));
  });
}

function checkRatio(rule: RuleOfKind<'ratio'>, place: string): readonly ContentFault[] {
  const floor = rule.floor ?? '0';
  return [
    ...checkPercentTarget(rule.target, rule.op, place),
    ...faultIf(toFraction(floor).gte(toFraction(rule.target)), 'floor-above-target', place, {
      floor,
      target: rule.target,
    }),
  ];
}

function checkManual(rule: RuleOfKind<'manual'>, max: Fraction, place: string): readonly ContentFault[] {
  const step = toFraction(rule.step);
  const divides = step.gt(zero) && max.div(step).d === 1n;
  return faultIf(!divides, 'step-does-not-divide-maximum', place, { step: rule.step, max: max.toString() });
}

function largest(values: readonly Fraction[]): Fraction {
  return values.reduce((best, value) => (value.gt(best) ? value : best), zero);
}

function figures(found: Fraction, max: Fraction): { readonly found: string; readonly max: string } {
  return { found: found.toString(), max: max.toString() };
}

function faultIf(
  isFault: boolean,
  code: ContentFaultCode,
  place: string,
  params: ContentFault['params'] = {},
): readonly ContentFault[] {
  return isFault ? [contentFault(code, place, params)] : [];
}
