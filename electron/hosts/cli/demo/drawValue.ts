import type { AnswerValue, SimpleValue } from '#shared/domain/assessment/answer.ts';
import { normaliseValue } from '#shared/domain/assessment/normaliseValue.ts';
import type { Criterion } from '#shared/domain/criteria/criteriaSet.ts';
import type { Rule, RuleOption, SimpleRule, TierStep } from '#shared/domain/criteria/rule.ts';
import { ruleForYear } from '#shared/domain/scoring/ruleForYear.ts';
import { assertNever } from '#shared/errors/assertNever.ts';
import type { Dice } from './dice.ts';

/** What a value is drawn from. */
export interface ValueFrame {
  readonly dice: Dice;
  readonly year: number;
  /** The share of the points, 0 to 1, that the unit is aiming at in this criterion; drawn anew for each part. */
  readonly drawLevel: () => number;
  /** The lower figure of a pair, by its reference (`px-012.denominator`). */
  readonly denominatorOf: (reference: string) => number;
}

/** A plausible answer to a criterion, in canonical form. */
export function drawValue(frame: ValueFrame, criterion: Criterion): AnswerValue | null {
  const rule = ruleForYear(criterion, frame.year);
  const drawn = drawAny(frame, rule, criterion);
  const value = normaliseValue(criterion.rule, criterion.maxPoints, drawn, criterion.id);
  if (!value.ok)
    throw new Error(`The demo drew an impossible answer to ${criterion.id}: ${JSON.stringify(drawn)}`);
  return value.value;
}

function drawAny(frame: ValueFrame, rule: Rule, { id, maxPoints }: Criterion): unknown {
  if (rule.kind === 'info') return String(frame.dice.between(5, 30));
  if (rule.kind !== 'sum') return drawSimple(frame, rule, maxPoints, id);
  const parts = rule.parts.map((part) => drawSimple(frame, part.rule, part.points, `${id}.${part.id}`));
  return { parts };
}

function drawSimple(
  frame: ValueFrame,
  rule: SimpleRule,
  maxPoints: string,
  reference: string,
): SimpleValue | number {
  const { dice } = frame;
  const level = frame.drawLevel();
  switch (rule.kind) {
    case 'yes_no':
      return dice.happens(level);
    case 'choice':
      return nearest(rule.options, level).id;
    case 'checklist':
      return rule.items.filter(() => dice.happens(level)).map((item) => item.id);
    case 'tiers':
      if (rule.measure.kind === 'count') return String(Math.ceil(drawStep(rule.steps, level, dice, null)));
      return pairOf(frame, drawStep(rule.steps, level, dice, 100), reference);
    case 'ratio':
      return pairOf(frame, drawTowards(rule, level, dice, 100), reference);
    case 'count':
      return String(Math.round(drawTowards(rule, level, dice, Number(rule.target) * 1.5)));
    case 'manual':
      return Math.round((level * Number(maxPoints)) / Number(rule.step)) * Number(rule.step);
    default:
      return assertNever(rule);
  }
}

const fullFrom = 0.93;

function drawTowards(
  rule: Extract<SimpleRule, { kind: 'ratio' | 'count' }>,
  level: number,
  dice: Dice,
  highest: number,
): number {
  const target = Number(rule.target);
  const isFull = rule.below === 'zero' ? level >= 0.5 : level >= fullFrom;
  return isFull ? target + ((highest - target) * dice.below(100)) / 100 : target * level;
}

/** A figure within the step whose points come closest; below the lowest where that is nearer. */
function drawStep(steps: readonly TierStep[], level: number, dice: Dice, highest: number | null): number {
  const wanted = level * Math.max(...steps.map((step) => Number(step.points)));
  const ascending = steps.toSorted((a, b) => Number(a.at) - Number(b.at));
  const bounds = [
    { at: 0, points: 0 },
    ...ascending.map((step) => ({ at: Number(step.at), points: Number(step.points) })),
  ];
  const chosen = closest(bounds, (bound) => Math.abs(bound.points - wanted));
  const above = bounds.find((bound) => bound.at > chosen.at)?.at ?? highest ?? chosen.at * 1.5;
  return chosen.at + ((above - chosen.at) * dice.between(5, 80)) / 100;
}

function pairOf({ denominatorOf }: ValueFrame, percent: number, reference: string): SimpleValue {
  const denominator = denominatorOf(`${reference}.denominator`);
  const numerator = Math.min(denominator, Math.round((denominator * percent) / 100));
  return { numerator: String(numerator), denominator: String(denominator) };
}

function nearest(options: readonly RuleOption[], level: number): RuleOption {
  const wanted = level * Math.max(...options.map((option) => Number(option.points)));
  return closest(options, (option) => Math.abs(Number(option.points) - wanted));
}

function closest<T>(list: readonly T[], distanceOf: (item: T) => number): T {
  return list.reduce((best, item) => (distanceOf(item) < distanceOf(best) ? item : best));
}
