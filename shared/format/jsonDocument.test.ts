import { expect, test } from 'vitest';
import { jsonDepthLimit, parseJsonDocument } from './jsonDocument.ts';

test('a key that stands twice is told with its place, however it is written', () => {
  const text = String.raw`{"a":{"b":[{"c":1,"\u0063":2}]},"a":{}, "d":["a","a"], "e":"{\"a\":1,\"a\":2}"}`;
  expect(parseJsonDocument(text)).toMatchObject({
    ok: true,
    value: {
      repeatedKeys: [
        { parent: 'a.b.0', key: 'c' },
        { parent: '', key: 'a' },
      ],
    },
  });
});

test('digits that floating point cannot hold are kept', () => {
  const read = parseJsonDocument('{"a":123456789012345.678,"b":0.1,"c":12,"d":1e2}');
  expect(read).toMatchObject({
    ok: true,
    value: { value: { a: '123456789012345.678', b: 0.1, c: 12, d: 100 } },
  });
});

test('a byte order mark is no fault', () => {
  expect(parseJsonDocument('\uFEFF{}')).toMatchObject({ ok: true, value: { value: {} } });
});

test('broken JSON is told with line and column', () => {
  expect(parseJsonDocument('{\n  "a": 1,\n  "b": }')).toMatchObject({
    ok: false,
    errors: [{ code: 'json-malformed', params: { line: 3, column: 9 } }],
  });
  expect(parseJsonDocument('{"a": ')).toMatchObject({
    ok: false,
    errors: [{ code: 'json-malformed', params: { line: 1 } }],
  });
  expect(parseJsonDocument('')).toMatchObject({ ok: false, errors: [{ code: 'json-malformed' }] });
});

test('millions of nested lists are refused, not a crash', () => {
  const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
  expect(parseJsonDocument(deep(jsonDepthLimit))).toMatchObject({ ok: true });
  expect(parseJsonDocument(deep(jsonDepthLimit + 1))).toMatchObject({
    ok: false,
    errors: [{ code: 'json-too-deep' }],
  });
  expect(parseJsonDocument(deep(2_000_000))).toMatchObject({
    ok: false,
    errors: [{ code: 'json-too-deep' }],
  });
});
