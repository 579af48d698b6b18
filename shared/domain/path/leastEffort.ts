import type Fraction from 'fraction.js';

/** One way to improve one criterion; at most one choice of each item can be taken. */
export interface Choice {
  /** Whole number, at least 1. */
  readonly effort: number;
  readonly gain: Fraction;
}

export interface Item<C extends Choice> {
  readonly choices: readonly C[];
  /** One of the choices must be taken. */
  readonly required?: boolean;
}

/**
 * The choices, at most one per item and at most `limit` in all, that together gain at least `need` for the
 * least total effort; `null` if none do. Among equal efforts the larger gain wins.
 *
 * Exact: a multiple-choice knapsack by dynamic programming over the total effort, because efforts are small
 * whole numbers while gains are arbitrary fractions. Gains are compared as whole multiples of their common
 * denominator, which is exact and much faster than fractions.
 */
export function findLeastEffort<C extends Choice>(
  items: readonly Item<C>[],
  need: Fraction,
  limit?: number,
): readonly C[] | null {
  const useful = items.filter((item) => item.choices.length > 0 || item.required);
  const unit = commonDenominator([
    need,
    ...useful.flatMap((item) => item.choices.map((choice) => choice.gain)),
  ]);
  const bound = useful.reduce(
    (sum, item) => sum + Math.max(0, ...item.choices.map((choice) => choice.effort)),
    0,
  );
  let layers: Layer<C>[] = [[{ gain: 0n, last: null }], ...Array.from({ length: limit ?? 0 }, () => [])];
  for (const item of useful) {
    const moves = item.choices.map((choice) => ({ choice, gain: inUnits(choice.gain, unit) }));
    const skipped = item.required ? layers.map(() => []) : layers.map((layer) => [...layer]);
    layers = withItem(layers, skipped, moves, limit === undefined ? 0 : 1);
  }
  const wanted = inUnits(need, unit);
  for (let effort = 0; effort <= bound; effort += 1) {
    const plan = layers
      .map((layer) => layer[effort])
      .find((candidate) => candidate && candidate.gain >= wanted);
    if (plan) return unroll(plan);
  }
  return null;
}

interface Plan<C> {
  readonly gain: bigint;
  readonly last: { readonly choice: C; readonly before: Plan<C> } | null;
}

/** `layer[effort]` is the plan of largest gain that costs exactly that much. */
type Layer<C> = (Plan<C> | undefined)[];

/**
 * Adds to `next`, the plans that skip the item, those that take one of its moves. Each layer holds the plans
 * of one number of steps when `layerStep` is 1, or all plans when it is 0.
 */
function withItem<C extends Choice>(
  layers: readonly Layer<C>[],
  next: Layer<C>[],
  moves: readonly { readonly choice: C; readonly gain: bigint }[],
  layerStep: 0 | 1,
): Layer<C>[] {
  layers.forEach((layer, index) => {
    const target = next[index + layerStep];
    if (!target) return;
    layer.forEach((before, effort) => {
      if (!before) return;
      for (const { choice, gain } of moves) {
        const total = effort + choice.effort;
        const sum = before.gain + gain;
        const rival = target[total];
        if (!rival || sum > rival.gain) target[total] = { gain: sum, last: { choice, before } };
      }
    });
  });
  return next;
}

function unroll<C>(plan: Plan<C>): readonly C[] {
  const choices: C[] = [];
  for (let step = plan.last; step; step = step.before.last) choices.push(step.choice);
  return choices.toReversed();
}

function commonDenominator(fractions: readonly Fraction[]): bigint {
  return fractions.reduce(
    (product, fraction) => (product / greatestCommonDivisor(product, fraction.d)) * fraction.d,
    1n,
  );
}

function inUnits(fraction: Fraction, unit: bigint): bigint {
  return fraction.s * fraction.n * (unit / fraction.d);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
