import { describe, expect, it } from 'vitest';
import { appError } from '#shared/errors/result.ts';
import { describeSetFault } from '#shared/report/describeSetFault.ts';
import { createAuthoringTranslate } from './reports/authoringWords.ts';
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

describe('thresholds and points that are no whole numbers', () => {
  it('have the decimal sign of the language wherever a sentence names them', () => {
    const [vi, en] = [createTranslate('vi'), createTranslate('en')];
    expect(vi('home:card.threshold.points', { at: '82.5' })).toBe('82,5 % điểm');
    expect(en('home:card.threshold.points', { at: '82.5' })).toBe('82.5 % of points');
    expect(vi('report:computedPoints', { at: '82.5' })).toContain('82,5 %');
    expect(vi('summary:demandShare', { percent: '99.5' })).toContain('99,5 %');
    const fault = { code: 'sum-differs-from-maximum', params: { found: '2.25', max: '2' } } as const;
    expect(describeSetFault(fault, createAuthoringTranslate('vi'))).toContain('2,25 điểm');
  });
});
