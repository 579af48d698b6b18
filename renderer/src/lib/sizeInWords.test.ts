import { expect, test } from 'vitest';
import { sizeInWords } from './sizeInWords.ts';

test.each([
  [0, 'kilobytes', '0'],
  [1, 'kilobytes', '1'],
  [36_864, 'kilobytes', '36'],
  [1_048_576, 'megabytes', '1'],
  [12_897_484, 'megabytes', '12.3'],
])('%i bytes', (bytes, unit, size) => {
  const words = sizeInWords(bytes);
  expect([words.unit, words.size.toString()]).toEqual([unit, size]);
});
