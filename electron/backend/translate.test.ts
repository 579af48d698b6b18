import { describe, expect, it } from 'vitest';
import { appError } from '#shared/errors/result.ts';
import { createTranslate, describeError } from './translate.ts';

describe('the sentence of an error', () => {
  it('writes figures and days as its language does', () => {
    const offStep = appError('points-off-step', { points: '0.3', step: '0.5' }, 'answers.11.3');
    const notYet = appError('unit-not-in-force', { code: '20195', day: '2026-12-31' });
    expect(describeError(createTranslate('vi'), offStep)).toContain(
      'answers.11.3: Điểm 0,3 không phải là bội số của 0,5',
    );
    expect(describeError(createTranslate('en'), offStep)).toContain('0.3 points are not a multiple of 0.5');
    expect(describeError(createTranslate('vi'), notYet)).toContain('vào ngày 31/12/2026');
  });
});
