import { expect, test } from 'vitest';
import { realContent, valueOf } from '../../../test/helpers/testWorkspace.ts';
import { statementInWords } from '#shared/report/statementInWords.ts';
import { digestOf, findSet, joinSets } from '../files/content.ts';
import { createReportTranslate } from '../reports/reportWords.ts';
import { listSets } from './listSets.ts';

const { set } = valueOf(findSet(realContent(), 'da-nang-phuong-xa'));
const issued = {
  number: '123/QĐ-UBND',
  date: '2027-03-05',
  body: { vi: 'UBND thành phố Đà Nẵng', en: "People's Committee of Da Nang" },
  replaces: ['hoi-an-xa-phuong-thong-minh'],
};
const official = { ...set, version: '2.0.0', status: 'official' as const, issued };
const joined = joinSets(realContent(), [
  { document: JSON.stringify({ set: official, maps: [], checks: null }) },
]);

test('an official set stands first, and the reference sets that it replaces last', () => {
  const listed = listSets({ content: joined });
  expect(listed.map(({ id, version }) => `${id}@${version}`)).toEqual([
    'da-nang-phuong-xa@2.0.0',
    'da-nang-cap-thanh-pho@1.0.0',
    'da-nang-phuong-xa@1.0.0',
    'hoi-an-xa-phuong-thong-minh@1.0.0',
  ]);
  expect(listed.map(({ status, origin, successor }) => [status, origin, successor?.version ?? null])).toEqual(
    [
      ['official', 'imported', null],
      ['reference', 'bundled', null],
      ['reference', 'bundled', '2.0.0'],
      ['reference', 'bundled', '2.0.0'],
    ],
  );
  expect(listed[0]?.digest).toBe(digestOf(official));
});

test('a later reference version is not newer than the official one', () => {
  const later = { ...set, version: '3.0.0' };
  const content = joinSets(joined, [{ document: JSON.stringify({ set: later, maps: [], checks: null }) }]);
  expect(valueOf(findSet(content, set.id)).set.version).toBe('2.0.0');
  expect(valueOf(findSet(content, set.id, '3.0.0')).set.version).toBe('3.0.0');
});

test('prints name the issuing document of an official set, and say of a reference set what it is', () => {
  const words = { language: 'vi' as const, translate: createReportTranslate('vi') };
  expect(statementInWords(official, words)).toMatch(
    /^Bộ tiêu chí chính thức, ban hành kèm theo văn bản số 123\/QĐ-UBND ngày 05\/03\/2027 của UBND thành phố Đà Nẵng\. /u,
  );
  expect(statementInWords(set, words)).toBe(set.statement.vi);
});
