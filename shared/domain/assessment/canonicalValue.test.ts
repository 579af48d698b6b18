import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCanonicalJson } from '../../format/canonicalJson.ts';
import type { Rule, RuleOption, SimpleRule } from '../criteria/rule.ts';
import { isSurelyCanonical } from './canonicalValue.ts';
import { normaliseValue } from './normaliseValue.ts';

const text = { vi: 'x', en: 'x' };
const options: RuleOption[] = ['a', 'b', 'c'].map((id) => ({ id, text, points: '1' }));
const simple: readonly SimpleRule[] = [
  { kind: 'yes_no' },
  { kind: 'choice', options },
  { kind: 'checklist', items: options },
  { kind: 'tiers', measure: { kind: 'count', unit: text }, steps: [{ op: '>=', at: '1', points: '1' }] },
  {
    kind: 'tiers',
    measure: { kind: 'percent', numerator: text, denominator: text },
    steps: [{ op: '>=', at: '1', points: '1' }],
  },
  { kind: 'ratio', numerator: text, denominator: text, target: '80', op: '>=', below: 'zero' },
  { kind: 'count', unit: text, target: '5', op: '>=', below: 'zero' },
  { kind: 'manual', step: '0.5' },
];
const rules: readonly Rule[] = [
  ...simple,
  { kind: 'info' },
  {
    kind: 'sum',
    parts: simple.map((rule, index) => ({ id: 'abcdefgh'.charAt(index), text, points: '1', rule })),
  },
];

const figure = fc.oneof(
  fc.nat(30).map(String),
  fc.constantFrom(
    '',
    '01',
    '1.0',
    '1.5',
    '0.25',
    '1,5',
    '-1',
    '1e3',
    ' 7',
    '１２',
    '9999999999999999',
    '0.12345678901',
  ),
);
const simpleValue = fc.oneof(
  fc.boolean(),
  fc.constant(null),
  figure,
  fc.nat(5),
  fc.constantFrom('a', 'b', 'c', 'd', 'A', ' a', 'ａ', 'e\u0301', '\u00e9'),
  fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'A', 3), { maxLength: 4 }),
  fc.record({ numerator: fc.option(figure), denominator: fc.option(figure) }),
  fc.record({ numerator: figure, denominator: figure, more: figure }),
  fc.record({ notApplicable: fc.constantFrom('', 'không có') }),
);
const anyValue = fc.oneof(
  simpleValue,
  fc.record({ parts: fc.array(simpleValue, { minLength: simple.length, maxLength: simple.length }) }),
  fc.record({ parts: fc.constant(simple.map(() => null)) }),
  fc.record({ parts: fc.array(simpleValue, { maxLength: 3 }), more: simpleValue }),
);

test('what is surely canonical is what the rules make of it', () => {
  let sure = 0;
  fc.assert(
    fc.property(fc.constantFrom(...rules), anyValue, (rule, value) => {
      if (!isSurelyCanonical(rule, value)) return;
      sure += 1;
      const normalised = normaliseValue(rule, '10', value, 'place');
      expect(normalised.ok && toCanonicalJson(normalised.value)).toBe(toCanonicalJson(value));
    }),
    { numRuns: 20_000 },
  );
  expect(sure).toBeGreaterThan(1000);
});

test('what the rules have made is recognised without them, but for exact arithmetic and parts that do not apply', () => {
  const exact: unknown[] = [];
  fc.assert(
    fc.property(
      fc.constantFrom(...simple.filter(({ kind }) => kind !== 'manual')),
      simpleValue,
      (rule, value) => {
        const normalised = normaliseValue(rule, '10', value, 'place');
        if (normalised.ok && !isSurelyCanonical(rule, normalised.value)) exact.push(normalised.value);
      },
    ),
    { numRuns: 5000 },
  );
  const isWhole = (figures: unknown) => /^(?:"\d+",?){2}$/u.test(JSON.stringify(figures).slice(1, -1));
  expect(exact.filter((value) => isWhole(Object.values(value as object)))).toEqual([]);
});
