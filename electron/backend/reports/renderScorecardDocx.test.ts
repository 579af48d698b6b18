import { expect, test } from 'vitest';
import { readZipText } from '../../../test/helpers/readZip.ts';
import { sampleScorecard, type SampleOptions } from '../../../test/helpers/sampleScorecard.ts';
import { renderScorecardDocx } from './renderScorecardDocx.ts';

async function read(options: SampleOptions = {}, part = 'word/document.xml'): Promise<string> {
  return readZipText(Buffer.from(await renderScorecardDocx(sampleScorecard(options))), part);
}

/** What Word shows, paragraphs parted by line ends. */
function textOf(xml: string): string {
  return xml
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]+>/gu, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ');
}

test.each<SampleOptions>([{}, { language: 'en' }, { change: () => null }])(
  'the document says what the printed sheet says, in its order: %o',
  async (options) => {
    const scorecard = sampleScorecard(options);
    const text = textOf(await read(options));
    expect(text).toBe(text.normalize('NFC'));
    let place = 0;
    for (const sentence of [
      scorecard.head.nation,
      scorecard.title,
      scorecard.code.text,
      scorecard.result.sentence,
      scorecard.summary.heading,
      ...scorecard.summary.conclusions,
      ...scorecard.summary.findings.items,
      ...scorecard.summary.path.items,
      scorecard.table.heading,
      ...scorecard.table.groups.flatMap((group) => [group.name, ...group.rows.map((row) => row.name)]),
      scorecard.evidence.heading,
      ...scorecard.evidence.items.map((document) => document.text),
      scorecard.basis.heading,
      scorecard.closing,
      scorecard.signature.head.title,
    ]) {
      const found = text.indexOf(sentence, place);
      expect(found, sentence).toBeGreaterThanOrEqual(place);
      place = found + sentence.length;
    }
  },
);

test('the table lies on landscape A4 pages and its column names repeat', async () => {
  const xml = await read();
  const sizes = [...xml.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)" w:orient="(\w+)"/gu)].map((match) =>
    match.slice(1),
  );
  expect(sizes).toEqual([
    ['11906', '16838', 'portrait'],
    ['16838', '11906', 'landscape'],
    ['11906', '16838', 'portrait'],
  ]);
  const [, formTable = ''] = xml.split('w:orient="portrait"');
  expect(formTable.split('<w:tblHeader/>')).toHaveLength(2);
});

test('pages are numbered except the first, in the font of administrative documents', async () => {
  const xml = await read();
  expect(xml.split('<w:titlePg/>')).toHaveLength(2);
  const headers = await Promise.all(['word/header1.xml', 'word/header2.xml'].map((part) => read({}, part)));
  expect(headers.map((header) => header.includes('PAGE'))).toEqual([true, false]);
  expect(await read({}, 'word/styles.xml')).toContain('Times New Roman');
});
