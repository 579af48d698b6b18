import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRule, arbitraryValue } from '../../../test/helpers/arbitraryCriteria.ts';
import type { Rule } from '../criteria/rule.ts';
import { normaliseValue } from './normaliseValue.ts';

const text = { vi: 'chữ', en: 'words' };
const options = [
  { id: 'a', text, points: '2' },
  { id: 'b', text, points: '0' },
];
const ratio: Rule = {
  kind: 'ratio',
  numerator: text,
  denominator: text,
  target: '90',
  op: '>=',
  below: 'linear',
};
const count: Rule = { kind: 'count', unit: text, target: '2', op: '>=', below: 'linear' };
const sum: Rule = {
  kind: 'sum',
  parts: [
    { id: 'a', text, points: '1', rule: { kind: 'yes_no' } },
    { id: 'b', text, points: '1', rule: { kind: 'manual', step: '0.5' } },
  ],
};

const read = (rule: Rule, input: unknown): unknown => {
  const result = normaliseValue(rule, '2', input, 'v');
  return result.ok ? result.value : result.errors.map((error) => `${error.code} ${error.place ?? ''}`);
};

describe('bringing an answer into canonical form', () => {
  it('keeps what is right', () => {
    expect(read({ kind: 'yes_no' }, true)).toBe(true);
    expect(read({ kind: 'choice', options }, ' B ')).toBe('b');
    expect(read({ kind: 'checklist', items: options }, ['b', 'a'])).toEqual(['a', 'b']);
    expect(read(count, '1,50')).toBe('1.5');
    expect(read(ratio, { numerator: '4,5', denominator: 5 })).toEqual({ numerator: '4.5', denominator: '5' });
    expect(read({ kind: 'manual', step: '0.5' }, 1.5)).toBe('1.5');
    expect(read(sum, { parts: [true, { notApplicable: ' vì sao ' }] })).toEqual({
      parts: [true, { notApplicable: 'vì sao' }],
    });
    expect(read({ kind: 'info' }, 'Việt'.normalize('NFD'))).toBe('Việt'.normalize('NFC'));
    expect(read({ kind: 'info' }, { share: 5 })).toBe('{"share":5}');
    expect(read({ kind: 'info' }, ['Việt'.normalize('NFD')])).toBe(JSON.stringify(['Việt'.normalize('NFC')]));
    expect(read(count, null)).toBeNull();
  });

  it('keeps half a ratio while it is being typed', () => {
    expect(read(ratio, { numerator: '5' })).toEqual({ numerator: '5', denominator: null });
  });

  it.each<[string, Rule, unknown, string[]]>([
    ['text for yes or no', { kind: 'yes_no' }, 'có', ['value-wrong-kind v']],
    ['an unknown option', { kind: 'choice', options }, 'c', ['option-unknown v']],
    [
      'every unknown item',
      { kind: 'checklist', items: options },
      ['c', 'd'],
      ['option-unknown v', 'option-unknown v'],
    ],
    ['an item ticked twice', { kind: 'checklist', items: options }, ['a', 'a'], ['option-repeated v']],
    ['a negative count', count, -1, ['number-negative v']],
    ['a pair for a count', count, { numerator: 1, denominator: 2 }, ['value-wrong-kind v']],
    [
      'a denominator of zero',
      ratio,
      { numerator: 0, denominator: '0,0' },
      ['denominator-zero v.denominator'],
    ],
    [
      'more above than below',
      ratio,
      { numerator: 6, denominator: 5 },
      ['numerator-above-denominator v.numerator'],
    ],
    [
      'both figures at once',
      ratio,
      { numerator: 'x', denominator: -1 },
      ['number-malformed v.numerator', 'number-negative v.denominator'],
    ],
    ['an unknown member', ratio, { numerator: 1, denominator: 2, percent: 50 }, ['value-wrong-kind v']],
    ['points above the maximum', { kind: 'manual', step: '0.5' }, '2,5', ['points-above-maximum v']],
    ['points off their step', { kind: 'manual', step: '0.5' }, '0,3', ['points-off-step v']],
    ['too few parts', sum, { parts: [true] }, ['parts-count-wrong v']],
    [
      'a fault in a part',
      sum,
      { parts: ['x', 9] },
      ['value-wrong-kind v.parts[0]', 'points-above-maximum v.parts[1]'],
    ],
    [
      'a part without its reason',
      sum,
      { parts: [true, { notApplicable: ' ' }] },
      ['reason-missing v.parts[1]'],
    ],
    ['endless information', { kind: 'info' }, 'x'.repeat(10_001), ['text-too-long v']],
  ])('refuses %s', (_name, rule, input, errors) => {
    expect(read(rule, input)).toEqual(errors);
  });

  it('changes nothing when it reads its own result again', () => {
    fc.assert(
      fc.property(
        arbitraryRule.chain(({ rule, max }) =>
          fc.tuple(fc.constant({ rule, max }), arbitraryValue(rule, max)),
        ),
        ([{ rule, max }, value]) => {
          const once = normaliseValue(rule, String(max), value, '');
          if (!once.ok) throw new Error(JSON.stringify(once.errors));
          expect(normaliseValue(rule, String(max), once.value, '')).toEqual(once);
        },
      ),
    );
  });

  it('never throws, whatever arrives', () => {
    fc.assert(
      fc.property(
        arbitraryRule,
        fc.jsonValue(),
        ({ rule, max }, input) => void normaliseValue(rule, String(max), input, ''),
      ),
      { numRuns: 500 },
    );
  });
});
