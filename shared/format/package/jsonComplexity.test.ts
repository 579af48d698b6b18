import { expect, test } from 'vitest';
import { isTooComplex } from './jsonComplexity.ts';

const limits = { jsonDepth: 3, jsonContainers: 5 };

test.each<[string, string, boolean]>([
  ['as deep as allowed', '[[{"a":1}]]', false],
  ['one level deeper', '[[[{}]]]', true],
  ['as many as allowed', '[{},[],{},[]]', false],
  ['one more', '[{},[],{},[],[]]', true],
  ['signs within strings', '["[[[[[[[[{{{{{{"]', false],
  ['an escaped quote within a string', String.raw`["\"[[[[[[[["]`, false],
  ['an escaped backslash at the end of a string', String.raw`["\\",[[[[`, true],
  ['a string that never ends', '["[[[[[[[', false],
])('%s', (_, json, expected) => {
  expect(isTooComplex(json, limits)).toBe(expected);
});
