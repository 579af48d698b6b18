import { describe, expect, it } from 'vitest';
import type { SimpleRule } from '#shared/domain/criteria/rule.ts';
import { checkFigures, type FigureSlot } from './checkFigures.ts';

const words = { vi: 'hộ', en: 'households' };
const ratio: SimpleRule = {
  kind: 'ratio',
  numerator: words,
  denominator: words,
  target: '80',
  op: '>=',
  below: 'linear',
};
const manual: SimpleRule = { kind: 'manual', step: '0.5' };
const slot = (name: string, typed: string | null, stored: string | null = null): FigureSlot => ({
  name,
  typed,
  stored,
});

describe('figures typed for one answer', () => {
  it('are read with a decimal comma and joined with what is stored', () => {
    const slots = [slot('numerator', '12,5'), slot('denominator', null, '40')];
    expect(checkFigures(ratio, '2', slots)).toEqual({
      kind: 'fine',
      value: { numerator: '12.5', denominator: '40' },
    });
  });

  it('may be half entered, or taken back altogether', () => {
    const half = [slot('numerator', '5'), slot('denominator', null)];
    expect(checkFigures(ratio, '2', half)).toEqual({
      kind: 'fine',
      value: { numerator: '5', denominator: null },
    });
    const empty = [slot('numerator', '', '5'), slot('denominator', null)];
    expect(checkFigures(ratio, '2', empty)).toEqual({ kind: 'fine', value: null });
  });

  it('put each fault at its own field', () => {
    const above = [slot('numerator', '50'), slot('denominator', '40')];
    expect(checkFigures(ratio, '2', above)).toMatchObject({
      errors: [[{ code: 'numerator-above-denominator' }], []],
    });
    const noWhole = [slot('numerator', '0'), slot('denominator', '0')];
    expect(checkFigures(ratio, '2', noWhole)).toMatchObject({ errors: [[], [{ code: 'denominator-zero' }]] });
    const unread = [slot('numerator', 'mười'), slot('denominator', '40')];
    expect(checkFigures(ratio, '2', unread)).toMatchObject({ errors: [[{ code: 'number-malformed' }], []] });
  });

  it('hold points to the maximum and to their step', () => {
    expect(checkFigures(manual, '2', [slot('', '1,5')])).toEqual({ kind: 'fine', value: '1.5' });
    expect(checkFigures(manual, '2', [slot('', '2,5')])).toMatchObject({
      errors: [[{ code: 'points-above-maximum' }]],
    });
    expect(checkFigures(manual, '2', [slot('', '1,2')])).toMatchObject({
      errors: [[{ code: 'points-off-step' }]],
    });
  });
});
