import Fraction from 'fraction.js';
import type { AssessmentSummary } from '#shared/api/contract.ts';

// The list does not carry each set's bands; every ten stands for them, and more bounds than needed do no harm.
const usual = [50, 60, 70, 80, 90, 100].map((at) => new Fraction(at));

/** The percentages that the figure of a card must not be rounded across: its verdicts hang on them. */
export function cardBounds({
  verdicts,
}: Pick<AssessmentSummary['standing'], 'verdicts'>): readonly Fraction[] {
  const own = verdicts.filter(({ measure }) => measure === 'points').map(({ at }) => new Fraction(at));
  return [...usual, ...own];
}
