import type Fraction from 'fraction.js';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import { toFraction } from '#shared/domain/numbers/decimal.ts';

/** The percentages of points that a shown figure must not be rounded across: thresholds and bands. */
export function pointBounds({ thresholds, bands }: CriteriaSet): readonly Fraction[] {
  const ofPoints = thresholds.filter(({ measure }) => measure === 'points');
  return [...ofPoints, ...bands.steps].map(({ at }) => toFraction(at));
}
