import type Fraction from 'fraction.js';
import type { CriteriaSet } from '../domain/criteria/criteriaSet.ts';
import { toFraction } from '../domain/numbers/decimal.ts';
import { hundred } from '../domain/scoring/pointsOfRule.ts';

/** The percentages that a shown figure must not be rounded across: thresholds of a measure, and bands of points. */
export function boundsOfSet(set: CriteriaSet, measure: 'points' | 'criteria'): readonly Fraction[] {
  const thresholds = set.thresholds.filter((threshold) => threshold.measure === measure);
  const bands = measure === 'points' ? set.bands.steps : [];
  return [...thresholds, ...bands].map(({ at }) => toFraction(at));
}

/** The same for the points themselves, of so many: 80 of 100 are not to be read beside 79.996 %. */
export function boundsInPoints(set: CriteriaSet, max: Fraction): readonly Fraction[] {
  return boundsOfSet(set, 'points').map((bound) => bound.mul(max).div(hundred));
}
