import { expect, test } from 'vitest';
import { percentile, timeRuns } from './measure.ts';

test('percentiles are values that were measured', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentile(hundred, 50)).toBe(50);
  expect(percentile(hundred, 99)).toBe(99);
  expect(percentile([7], 99)).toBe(7);
});

test('every run gets a number of its own', async () => {
  const seen: number[] = [];
  const timing = await timeRuns(20, (run) => seen.push(run));
  expect(seen).toEqual(Array.from({ length: 22 }, (_, index) => index));
  expect(timing.runs).toBe(20);
});
