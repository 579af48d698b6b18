import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCanonicalJson } from './canonicalJson.ts';

/** The rule, in the shortest words. */
function byTheRule(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(byTheRule).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${byTheRule(member)}`).join(',')}}`;
}

test('any JSON is written by the rule, and says the same as before', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = toCanonicalJson(value);
      expect(text).toBe(byTheRule(value));
      expect(toCanonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});

test('keys stand in the order of their code units, also numbers and letters with diacritics', () => {
  expect(toCanonicalJson({ 9: 1, 10: 2, b: { d: 1, c: [{ f: 1, e: 2 }] }, ă: 3, B: 4 })).toBe(
    '{"10":2,"9":1,"B":4,"b":{"c":[{"e":2,"f":1}],"d":1},"ă":3}',
  );
});

test('what is undefined is left out of objects and null in lists', () => {
  expect(toCanonicalJson({ a: undefined, b: [undefined] })).toBe('{"b":[null]}');
  expect(toCanonicalJson({ b: { d: undefined, c: 1 }, a: 1 })).toBe('{"a":1,"b":{"c":1}}');
  expect(toCanonicalJson(undefined)).toBe('null');
});
