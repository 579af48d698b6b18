import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseWithin } from './jsonComplexity.ts';

const limits = { jsonDepth: 3, jsonContainers: 5 };

// With space around, a text is long for its limits and is looked at before it is parsed.
const ways = [(json: string) => json, (json: string) => `${' '.repeat(20)}${json}`];

test.each<[string, string, boolean]>([
  ['as deep as allowed', '[[{"a":1}]]', true],
  ['one level deeper', '[[[{}]]]', false],
  ['as many as allowed', '[{},[],{},[]]', true],
  ['one more', '[{},[],{},[],[]]', false],
  ['signs within strings', '["[[[[[[[[{{{{{{"]', true],
  ['an escaped quote within a string', String.raw`["\"[[[[[[[["]`, true],
  ['an escaped backslash at the end of a string', String.raw`["\\",[[[[`, false],
  ['an escaped backslash and depth behind it', String.raw`["\\",[[[]]]]`, false],
  ['a string that never ends', '["[[[[[[[', false],
  ['nothing', '', false],
])('%s', (_, json, isRead) => {
  for (const way of ways) {
    expect(parseWithin(way(json), limits)).toEqual(isRead ? JSON.parse(json) : undefined);
  }
});

test('short and long texts are judged alike', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const json = JSON.stringify(value);
      const [short, long] = ways.map((way) =>
        parseWithin(way(json), { jsonDepth: 3, jsonContainers: Math.max(10, json.length) }),
      );
      const scanned = parseWithin(' '.repeat(3 * json.length + 30) + json, {
        jsonDepth: 3,
        jsonContainers: Math.max(10, json.length),
      });
      expect(short).toEqual(scanned);
      expect(long).toEqual(scanned);
    }),
  );
});
