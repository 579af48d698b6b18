import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import { formatPercent } from '#shared/report/formatFigure.ts';
import { cardBounds } from './cardBounds.ts';

test('a percentage is not rounded across a threshold that is no multiple of ten', () => {
  const verdict = { thresholdId: 'points-85', measure: 'points', at: '85', state: 'not-reached' } as const;
  expect(formatPercent(new Fraction('84.997'), 'vi', cardBounds({ verdicts: [verdict] }))).toBe('84,997 %');
  expect(formatPercent(new Fraction('79.997'), 'vi', cardBounds({ verdicts: [] }))).toBe('79,997 %');
});
