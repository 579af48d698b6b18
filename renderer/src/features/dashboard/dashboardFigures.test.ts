import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import { boundsOf, gapsOf, heatLevelOf, heatMarksOf, type RankedUnit } from './dashboardFigures.ts';

const text = { vi: '', en: '' };
const set = {
  bands: [
    { id: 'best', at: '90', name: text },
    { id: 'last', at: '50', name: text },
  ],
  thresholds: [
    { id: 'points-80', measure: 'points', at: '80', title: text },
    { id: 'points-90', measure: 'points', at: '90', title: text },
    { id: 'criteria-80', measure: 'criteria', at: '80', title: text },
  ],
} as const;

test.each([
  [null, 'none'],
  ['0', 'low'],
  ['4999/100', 'low'],
  ['50', 'middle'],
  ['7999999/100000', 'middle'],
  ['80', 'high'],
])('%s percent is %s in the heat table', (percent, level) => {
  const marks = heatMarksOf({ bands: [...set.bands], thresholds: [...set.thresholds] });
  expect(heatLevelOf(percent === null ? null : new Fraction(percent), marks)).toBe(level);
});

test('figures of points mind thresholds and bands, figures of criteria only their thresholds', () => {
  const own = { bands: [...set.bands], thresholds: [...set.thresholds] };
  expect(boundsOf(own, 'points').map(String)).toEqual(['80', '90', '90', '50']);
  expect(boundsOf(own, 'criteria').map(String)).toEqual(['80']);
});

test('the widest gap comes first, what nobody appraised after that', () => {
  const unit = (code: string, percents: RankedUnit['percents']) =>
    ({ unit: { code }, assessmentId: code, percents }) as RankedUnit;
  const gaps = gapsOf([
    unit('proved', { claimed: '80', evidenced: '80', appraised: null, final: null }),
    unit('unproved', { claimed: '80', evidenced: '20', appraised: null, final: null }),
    unit('raised', { claimed: '70', evidenced: '70', appraised: '71', final: null }),
    unit('lowered', { claimed: '70', evidenced: '70', appraised: '60', final: null }),
  ]);
  expect(gaps.map(({ unit: { unit: one }, corrected }) => [one.code, corrected?.toString() ?? null])).toEqual(
    [
      ['lowered', '10'],
      ['raised', '-1'],
      ['unproved', null],
      ['proved', null],
    ],
  );
});
