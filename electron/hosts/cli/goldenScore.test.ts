import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Fraction from 'fraction.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand, writeAnswers } from '../../../test/helpers/commandLine.ts';
import type { ScoreDocument } from '#shared/format/scoreDocument.ts';

const ratio = (numerator: number | string, denominator: number | string): object => ({
  numerator,
  denominator,
});
const parts = (...values: unknown[]): object => ({ parts: values });

/**
 * One answer to every criterion of a ward in 2026, with the points worked out by hand from the rule as the
 * criteria table states it. `undefined` is left unanswered.
 */
const golden: readonly (readonly [code: string, value: unknown, points: string, met: boolean])[] = [
  ['1.1', parts('b', ratio(1, 3)), '5/6', false], // 1/2 + 1 × 1/3
  ['1.2', ['a', 'c'], '1/2', false],
  ['1.3', parts(3, '2'), '1', false], // 1/2 + 1/2
  ['1.4', 24, '1', true],
  ['1.5', 1, '1/2', false], // 1 of 2
  ['1.6', true, '1/2', true],
  ['1.7', 'a', '1', true],
  ['2.1', 'a', '2', true],
  ['2.2', 'B', '1/2', false],
  ['2.3', ['b', 'a'], '1', true],
  ['2.4', ratio(7, 45), '7/9', false], // 140/9 % of 20 %
  ['2.5', 'a', '1', true],
  ['2.6', ['a', 'b', 'c', 'd'], '1', true],
  ['2.7', ratio(1, 200), '1/2', false], // above 0 %, below 1 %
  ['3.1', parts(ratio(3, 3), ratio(5, 7)), '12/7', false],
  ['3.2', 'a', '1', true],
  ['3.3', ratio(2, 3), '1', false], // 3/2 × 2/3
  ['3.4', ratio(9, 9), '1', true],
  ['3.5', ['a', 'b', 'd'], '3/4', false],
  ['3.6', ratio(4, 5), '3/4', false], // exactly 80 %
  ['3.7', ratio(1, 1), '1', true],
  ['3.8', parts(ratio('1,5', '3'), ratio('1', '2.0')), '3/4', false],
  ['4.1', ratio(99, 100), '99/50', false],
  ['4.2', ratio(1, 1), '2', true],
  ['4.4', parts(true, 3), '11/10', false], // 1/2 + 3/5
  ['4.5', 'b', '1/2', false],
  ['4.6', false, '0', false],
  ['4.7', ['a', 'b', 'c', 'd'], '1', true],
  ['4.8', 1, '1', true],
  ['5.1', ratio(796, 1000), '1', false], // below 80 %, from 50 %
  ['5.2', ['c'], '1/2', false],
  ['5.3', ratio(1, 8), '1/8', false],
  ['5.4', undefined, '0', false],
  ['5.5', 'c', '0', false],
  ['5.6', 2, '2/3', false],
  ['6.1', ratio(100, 100), '3', true],
  ['6.2', ratio(45, 50), '27/10', false],
  ['6.3', ratio(1, 6), '1/2', false],
  ['6.4', parts(ratio(1, 2), { notApplicable: 'Không phát sinh hồ sơ' }), '3/4', false],
  ['6.5', ratio(143, 200), '2', false], // exactly 71.5 %, asked for is more
  ['6.6', ratio(0, 10), '0', false],
  ['6.7', ratio(1, 3), '1/2', false],
  ['6.8', ratio(19, 20), '2', true], // exactly 95 %
  ['6.9', ratio(19, 20), '2', false],
  ['6.10', ratio(10, 10), '3/2', true],
  ['6.11', ratio(3, 10), '6/5', false], // 30 % of the 50 % that hold until 2029
  ['6.12', ratio(1, 7), '1/7', false],
  ['6.13', [], '0', false],
  ['7.1', ratio(25, 50), '3/2', true],
  ['7.2', ratio(80, 100), '4/3', false], // 3/2 × 80/90
  ['7.3', parts(ratio(1, 1), ratio(1, 4)), '5/8', false],
  ['7.5', ratio(3, 4), '3/4', false],
  ['7.6', 'ước khoảng 12 %', '0', false],
  ['8.1', ratio(95, 100), '3/2', true],
  ['8.2', ratio(1, 1), '3/2', true],
  ['8.3', ratio(61, 100), '3/2', true], // above the 60 % that hold until 2029
  ['8.4', ratio(1, 9), '1/9', false],
  ['8.5', ratio(2, 2), '1', true],
  ['8.6', parts(ratio(1, 2), ['a', 'c']), '4/5', false], // 1/2 + 1/5 + 1/10
  ['9.1', ratio(3, 5), '9/10', false],
  ['9.2', 12, '1', true],
  ['9.3', ['a', 'c'], '7/10', false],
  ['9.4', 'b', '1/2', false],
  ['9.5', 3, '1', true],
  ['10.1', ratio(1, 1), '3/2', true],
  ['10.2', ratio(1, 4), '3/4', false], // 25 % of 50 %
  ['10.3', ratio(9, 10), '1', true],
  ['10.4', 'b', '3/4', false],
  ['10.5', true, '1', true],
  ['11.1', true, '1', true],
  ['11.2', '1', '1', false],
  ['11.3', '1,5', '3/2', false],
  ['11.4', 'b', '1', false],
  ['11.5', 3, '2', true],
];

let score: ScoreDocument;
const folder = mkdtempSync(path.join(tmpdir(), 'thuoc-so-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
const withoutEvidence = ['6.1', '10.1'];

beforeAll(async () => {
  const evidence = [{ number: '12/QĐ-UBND', date: '05/03/2026' }];
  const answers = golden.flatMap(([code, value]) =>
    value === undefined
      ? []
      : [[code, withoutEvidence.includes(code) ? { value } : { value, evidence }] as const],
  );
  const file = writeAnswers(folder, {
    ...Object.fromEntries(answers),
    '4.3': { notApplicable: 'Chưa có cơ sở dữ liệu dùng chung' },
  });
  const { stdout } = await runCommand('score', file, '--json');
  score = JSON.parse(stdout) as ScoreDocument;
});

test.each(golden)('%s answered with %j is worth %s', (code, value, points, met) => {
  const state = value === undefined ? 'unanswered' : 'answered';
  expect(score.criteria.find((criterion) => criterion.code === code)).toMatchObject({ points, met, state });
});

test('the figures of the whole are the exact sums', () => {
  const ordinary = golden.filter(([code]) => !code.startsWith('11.'));
  const points = ordinary.reduce((sum, [, , worth]) => sum.add(worth), new Fraction(0));
  const criteriaMet = ordinary.filter(([, , , met]) => met).length;
  // 100 without 7.4 (communes only), 4.3 and the second part of 6.4; 5.4 is worth 1 and open.
  const max = new Fraction(100 - 1 - 2 - 1);
  expect(points.toFraction()).toBe('103886/1575');
  expect(score).toMatchObject({
    criteriaSet: 'da-nang-phuong-xa',
    criteriaVersion: '1.0.0',
    unit: '20242',
    period: '2026',
    points: points.toFraction(),
    max: '96',
    percent: points.mul(100).div(max).toFraction(),
    floorPercent: points.mul(100).div(max).toFraction(),
    ceilingPercent: points.add(1).mul(100).div(max).toFraction(),
    bonus: '7/2',
    penalty: '3',
    total: points.add('1/2').toFraction(),
    criteriaMet,
    // 76 without five of bonus and penalty, 7.6 (information), 7.4 and 4.3.
    criteriaApplicable: 68,
    criteriaPercent: new Fraction(criteriaMet, 68).mul(100).toFraction(),
    band: 'trung-binh-kha',
    mandatoryUnmet: ['2.2', '3.1', '4.1', '6.2', '6.3'],
  });
});

test('the verdicts say where each threshold stands, as declared and as evidenced', () => {
  expect(score.verdicts).toEqual([
    { id: 'points-80', measure: 'points', at: '80', state: 'not-reached' },
    { id: 'criteria-80', measure: 'criteria', at: '80', state: 'not-reached' },
    { id: 'points-90', measure: 'points', at: '90', state: 'not-reached' },
  ]);
  // Without evidence 6.1 (3) and 10.1 (3/2) do not count.
  const points = new Fraction(score.points).sub('9/2');
  expect(score.evidenced).toMatchObject({
    points: points.toFraction(),
    percent: points.mul(100).div(96).toFraction(),
    verdicts: [{ state: 'not-reached' }, { state: 'not-reached' }, { state: 'not-reached' }],
  });
});

test('what does not apply is listed as such, and criteria of other units are not listed', () => {
  expect(score.criteria.find(({ code }) => code === '4.3')).toEqual({
    code: '4.3',
    id: 'px-025',
    state: 'not-applicable',
    points: '0',
    max: '0',
    met: false,
  });
  expect(score.criteria.find(({ code }) => code === '6.4')?.max).toBe('3/2');
  expect(score.criteria.find(({ code }) => code === '7.4')).toBeUndefined();
  expect(score.criteria).toHaveLength(75);
});
