import Fraction from 'fraction.js';
import type { Comparison } from './useChangeWords.ts';

/** In which order units stand: what rose most first, what fell most first, or by place of today. */
export const changeOrders = ['rose', 'fell', 'place'] as const;
type ChangeOrder = (typeof changeOrders)[number];

export function toChangeOrder(text: string): ChangeOrder {
  return changeOrders.find((order) => order === text) ?? 'rose';
}

export type ChangedUnit = Comparison['units'][number];

/** Units without a difference stand last, unless all stand by place. */
export function orderChanges(units: readonly ChangedUnit[], order: ChangeOrder): readonly ChangedUnit[] {
  if (order === 'place') return units;
  const sign = order === 'rose' ? 1 : -1;
  const sizes = new Map(
    units.map((unit) => [unit, unit.difference === null ? null : new Fraction(unit.difference)]),
  );
  return units.toSorted((one, other) => {
    const [a, b] = [sizes.get(one) ?? null, sizes.get(other) ?? null];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * b.compare(a);
  });
}
