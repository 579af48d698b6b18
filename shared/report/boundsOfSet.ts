import type Fraction from 'fraction.js';
import type { CriteriaSet } from '../domain/criteria/criteriaSet.ts';
import { toFraction } from '../domain/numbers/decimal.ts';

/** The percentages that a shown figure must not be rounded across: thresholds of a measure, and bands of points. */
export function boundsOfSet(set: CriteriaSet, measure: 'points' | 'criteria'): readonly Fraction[] {
  const thresholds = set.thresholds.filter((threshold) => threshold.measure === measure);
  const bands = measure === 'points' ? set.bands.steps : [];
  return [...thresholds, ...bands].map(({ at }) => toFraction(at));
}
