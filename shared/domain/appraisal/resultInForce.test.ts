import { expect, test } from 'vitest';
import { resultInForce, type DatedResult } from './resultInForce.ts';

const given = (issuer: string, stage: DatedResult['stage'], day: number): DatedResult => ({
  issuer,
  stage,
  issuedAt: `2026-12-${String(day).padStart(2, '0')}T08:00:00.000Z`,
});

test('nothing holds while nothing has come', () => {
  expect(resultInForce([])).toBeUndefined();
});

test('the newest of one issuer holds, whichever came first, even when a final one was taken back', () => {
  const older = given('48', 'final', 10);
  const newer = given('48', 'appraised', 11);
  expect(resultInForce([newer, older])).toBe(newer);
  expect(resultInForce([older, newer])).toBe(newer);
});

test('the final result of one holds before an appraised one of another, however new', () => {
  const final = given('48', 'final', 10);
  expect(resultInForce([final, given('20195', 'appraised', 20)])).toBe(final);
  expect(resultInForce([given('20195', 'final', 20), final])).toMatchObject({ issuer: '20195' });
});
