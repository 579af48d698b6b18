import { expect, test } from 'vitest';
import { catalogue } from '../i18n/catalogue.ts';
import { errorCodes } from './errorCodes.ts';

test.each(errorCodes)('%s has its sentence in both languages, with the same parameters', (code) => {
  const placeholders = (['vi', 'en'] as const).map((language) => {
    const sentence: string = catalogue[language].errors[code];
    expect(sentence.normalize('NFC')).toBe(sentence);
    expect(sentence).toMatch(/\S.*\.$/u);
    return new Set([...sentence.matchAll(/\{\{\w+\}\}/gu)].map(([name]) => name));
  });
  expect(placeholders[0]).toEqual(placeholders[1]);
});

test('no sentence is left over without its code', () => {
  for (const language of ['vi', 'en'] as const) {
    expect(Object.keys(catalogue[language].errors).toSorted()).toEqual([...errorCodes].toSorted());
  }
});
