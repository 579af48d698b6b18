import { describe, expect, it } from 'vitest';
import { makeCriterion } from '../../../test/helpers/arbitraryCriteria.ts';
import { emptyAnswer, type AnswerValue } from '../assessment/answer.ts';
import type { Rule } from '../criteria/rule.ts';
import { scoreCriterion } from './scoreCriterion.ts';

const text = { vi: 'chữ', en: 'words' };
const options = (...points: string[]): { id: string; text: typeof text; points: string }[] =>
  points.map((value, index) => ({ id: 'abcdef'[index] ?? 'z', text, points: value }));

function score(
  rule: Rule,
  max: number,
  value: AnswerValue,
  year = 2026,
  yearTargets: Record<string, string> = {},
): string {
  const scored = scoreCriterion(
    makeCriterion(rule, max, 0, { yearTargets }),
    { ...emptyAnswer, value },
    year,
  );
  return `${scored.points.toFraction()} ${scored.met ? 'met' : 'unmet'} ${scored.state}`;
}

const ratio = (extra: Partial<Extract<Rule, { kind: 'ratio' }>> = {}): Rule => ({
  kind: 'ratio',
  numerator: text,
  denominator: text,
  target: '90',
  op: '>=',
  below: 'linear',
  ...extra,
});
const pair = (numerator: string, denominator: string): AnswerValue => ({ numerator, denominator });

describe('points of each rule kind', () => {
  it('gives all or nothing for yes and no', () => {
    expect(score({ kind: 'yes_no' }, 2, true)).toBe('2 met answered');
    expect(score({ kind: 'yes_no' }, 2, false)).toBe('0 unmet answered');
  });

  it('gives the points of the chosen option', () => {
    const rule: Rule = { kind: 'choice', options: options('1', '0.5', '0') };
    expect(score(rule, 1, 'a')).toBe('1 met answered');
    expect(score(rule, 1, 'b')).toBe('1/2 unmet answered');
    expect(score(rule, 1, 'c')).toBe('0 unmet answered');
  });

  it('adds ticked items, at most the maximum', () => {
    const rule: Rule = { kind: 'checklist', items: options('0.25', '0.25', '1') };
    expect(score(rule, 1.5, ['a', 'b'])).toBe('1/2 unmet answered');
    expect(score(rule, 1, ['a', 'b', 'c'])).toBe('1 met answered');
    expect(score(rule, 1.5, [])).toBe('0 unmet answered');
  });

  it('takes the best step that holds, strict and inclusive', () => {
    const rule: Rule = {
      kind: 'tiers',
      measure: { kind: 'percent', numerator: text, denominator: text },
      steps: [
        { op: '>', at: '70', points: '2' },
        { op: '>=', at: '50', points: '1' },
      ],
    };
    expect(score(rule, 2, pair('70', '100'))).toBe('1 unmet answered');
    expect(score(rule, 2, pair('701', '1000'))).toBe('2 met answered');
    expect(score(rule, 2, pair('1', '2'))).toBe('1 unmet answered');
    expect(score(rule, 2, pair('499999', '1000000'))).toBe('0 unmet answered');
  });

  it('scores a ratio linearly below its target, exactly', () => {
    expect(score(ratio(), 2, pair('45', '50'))).toBe('2 met answered');
    expect(score(ratio(), 2, pair('1', '3'))).toBe('20/27 unmet answered');
    expect(score(ratio({ below: 'zero' }), 2, pair('89', '100'))).toBe('0 unmet answered');
    expect(score(ratio({ floor: '50' }), 2, pair('49', '100'))).toBe('0 unmet answered');
    expect(score(ratio({ floor: '50' }), 2, pair('1', '2'))).toBe('10/9 unmet answered');
  });

  it('gives the linear maximum but does not count as met exactly at a strict target', () => {
    expect(score(ratio({ op: '>' }), 2, pair('9', '10'))).toBe('2 unmet answered');
    expect(score(ratio({ op: '>', below: 'zero' }), 2, pair('9', '10'))).toBe('0 unmet answered');
  });

  it('scores a count against its target', () => {
    const rule: Rule = { kind: 'count', unit: text, target: '8', op: '>=', below: 'linear' };
    expect(score(rule, 2, '8')).toBe('2 met answered');
    expect(score(rule, 2, '3')).toBe('3/4 unmet answered');
    expect(score({ ...rule, below: 'zero' }, 2, '7')).toBe('0 unmet answered');
  });

  it('takes proposed points as they are', () => {
    expect(score({ kind: 'manual', step: '0.5' }, 2, '1.5')).toBe('3/2 unmet answered');
    expect(score({ kind: 'manual', step: '0.5' }, 2, '2')).toBe('2 met answered');
  });

  it('adds the parts of a sum and is unanswered until each part is', () => {
    const rule: Rule = {
      kind: 'sum',
      parts: [
        { id: 'a', text, points: '1', rule: { kind: 'yes_no' } },
        {
          id: 'b',
          text,
          points: '0.5',
          rule: { kind: 'count', unit: text, target: '2', op: '>=', below: 'linear' },
        },
      ],
    };
    expect(score(rule, 1.5, { parts: [true, '1'] })).toBe('5/4 unmet answered');
    expect(score(rule, 1.5, { parts: [true, '2'] })).toBe('3/2 met answered');
    expect(score(rule, 1.5, { parts: [true, null] })).toBe('0 unmet unanswered');
    expect(score(rule, 1.5, { parts: [true, { notApplicable: 'không có' }] })).toBe('1 met answered');
    expect(score(rule, 1.5, { parts: [{ notApplicable: 'x' }, { notApplicable: 'y' }] })).toBe(
      '0 unmet not-applicable',
    );
  });

  it('counts information nowhere', () => {
    const scored = scoreCriterion(
      makeCriterion({ kind: 'info' }, 0, 0),
      { ...emptyAnswer, value: '55 %' },
      2026,
    );
    expect(scored).toMatchObject({ state: 'answered', counts: false, met: false });
  });

  it('keeps half a ratio unanswered', () => {
    expect(score(ratio(), 2, { numerator: '5', denominator: null })).toBe('0 unmet unanswered');
  });
});

describe('targets by year', () => {
  const targets = { '2025': '50', '2030': '80' };
  it('picks the largest listed year not after the period, else the smallest', () => {
    expect(score(ratio(), 2, pair('50', '100'), 2026, targets)).toBe('2 met answered');
    expect(score(ratio(), 2, pair('50', '100'), 2030, targets)).toBe('5/4 unmet answered');
    expect(score(ratio(), 2, pair('50', '100'), 2020, targets)).toBe('2 met answered');
  });

  it('replaces the first step of tiers and drops steps at or above it', () => {
    const rule: Rule = {
      kind: 'tiers',
      measure: { kind: 'count', unit: text },
      steps: [
        { op: '>=', at: '10', points: '2' },
        { op: '>=', at: '6', points: '1.5' },
        { op: '>=', at: '3', points: '1' },
      ],
    };
    expect(score(rule, 2, '5', 2026, { '2026': '6' })).toBe('1 unmet answered');
    expect(score(rule, 2, '6', 2026, { '2026': '6' })).toBe('2 met answered');
    expect(score(rule, 2, '7', 2026, { '2026': '20' })).toBe('3/2 unmet answered');
  });
});
