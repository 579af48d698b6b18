import { expect, test } from 'vitest';
import { hasEarlierAssessment } from './earlierAssessments.ts';

const known = [
  { setId: 'commune', period: '2025' },
  { setId: 'city', period: '2026-Q1' },
];

test('an assessment counts as earlier when its period ended before the new one begins', () => {
  expect(hasEarlierAssessment(known, 'commune', '2026')).toBe(true);
  expect(hasEarlierAssessment(known, 'commune', '2025-Q4')).toBe(false);
  expect(hasEarlierAssessment(known, 'city', '2026-Q2')).toBe(true);
  expect(hasEarlierAssessment(known, 'city', '2026')).toBe(false);
});

test('nothing is earlier while set or period are not chosen', () => {
  expect(hasEarlierAssessment(known, undefined, '2026')).toBe(false);
  expect(hasEarlierAssessment(known, 'commune', null)).toBe(false);
});
