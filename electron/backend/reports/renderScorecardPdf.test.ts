import { describe, expect, test } from 'vitest';
import { emptyAnswer, type Answer, type Evidence } from '#shared/domain/assessment/answer.ts';
import type { Criterion } from '#shared/domain/criteria/criteriaSet.ts';
import {
  keepPdf,
  readPdfBoxes,
  readPdfFonts,
  readPdfInfo,
  readPdfText,
} from '../../../test/helpers/readPdf.ts';
import { sampleScorecard, type SampleOptions } from '../../../test/helpers/sampleScorecard.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { millimetres } from './pageGeometry.ts';
import { renderScorecardPdf } from './renderScorecardPdf.ts';
import { renderScorecardPdfs } from './renderScorecardPdfs.ts';

const longExplanation = 'Số liệu lấy từ hệ thống một cửa điện tử của thành phố. '.repeat(40).slice(0, 2000);
const longWord = `https://${'abcdefghij'.repeat(30)}`;

function manyDocuments(count: number): readonly Evidence[] {
  return Array.from({ length: count }, (_, index) => ({
    number: `${String(index + 1)}/BC-UBND`,
    date: '2026-01-02',
    issuer: 'UBND phường',
    title: `Báo cáo chuyên đề thứ ${String(index + 1)}`,
    page: String(index + 1),
  }));
}

const wholeGroupNotApplicable = (criterion: Criterion, answer: Answer): Answer =>
  criterion.code.startsWith('7.')
    ? { ...emptyAnswer, notApplicable: 'Địa bàn không có hoạt động này.' }
    : answer;

const isFirst = ({ code }: Criterion): boolean => code.endsWith('.1');

const samples = {
  complete: {},
  'without any answer': { change: () => null },
  'with a group that does not apply': { change: wholeGroupNotApplicable },
  'in English': { language: 'en' },
  'of the city for a quarter': { setId: 'da-nang-cap-thanh-pho', unitCode: '48', period: '2026-Q3' },
  'of Hội An for half a year': {
    setId: 'hoi-an-xa-phuong-thong-minh',
    unitCode: '20410',
    period: '2026-01-01/2026-06-30',
  },
  'with 2,000 letters of explanation in every group': {
    change: (criterion, answer) =>
      isFirst(criterion) ? { ...answer, explanation: longExplanation } : answer,
  },
  'with explanations of line ends': {
    change: (criterion, answer) =>
      isFirst(criterion) ? { ...answer, explanation: 'a\n'.repeat(250) } : answer,
  },
  'with 60 documents for one criterion': {
    change: (criterion, answer) =>
      criterion.code === '1.1' ? { ...answer, evidence: manyDocuments(60) } : answer,
  },
  'with words that never end': {
    change: (_, answer) => ({
      ...answer,
      explanation: longWord.slice(0, 79),
      evidence: [
        {
          number: longWord.slice(0, 300),
          date: '2026-01-02',
          issuer: longWord.slice(0, 300),
          title: longWord.repeat(3),
          page: longWord.slice(0, 300),
        },
      ],
    }),
  },
} satisfies Readonly<Record<string, SampleOptions>>;
type Sample = keyof typeof samples;

const drawings = new Map<Sample, Promise<Uint8Array>>();

/** Drawing takes most of the time, and equal input gives equal bytes. */
async function draw(sample: Sample) {
  const scorecard = sampleScorecard(samples[sample]);
  const drawing = drawings.get(sample) ?? renderScorecardPdf(scorecard);
  drawings.set(sample, drawing);
  const bytes = await drawing;
  return { scorecard, bytes, file: keepPdf(makeTemporaryFolder(), bytes) };
}

describe.each(Object.keys(samples) as Sample[])('a scorecard %s', (sample) => {
  test('keeps its text inside the margins, in embedded Tinos, and says everything', async () => {
    const { scorecard, file } = await draw(sample);

    const outside = readPdfBoxes(file).flatMap(({ width, height, words }) =>
      words.filter(
        (word) =>
          word.left < millimetres(29.5) ||
          word.right > width - millimetres(14.5) ||
          word.bottom > height - millimetres(19.5) ||
          word.top < millimetres(9),
      ),
    );
    // The letters of the mark across the page are allowed anywhere on it.
    expect(outside.filter((word) => !(scorecard.draft?.mark ?? '').includes(word.text))).toEqual([]);

    const fonts = readPdfFonts(file);
    expect(
      fonts.every((font) => /^[A-Z]{6}\+Tinos-\S+ +CID TrueType +Identity-H +yes yes yes/u.test(font)),
    ).toBe(true);

    const text = readPdfText(file);
    expect(text).toBe(text.normalize('NFC'));
    const letters = withoutSpaces(text);
    const said = [
      ...scorecard.table.groups.flatMap((group) => [group.name, ...group.rows.map((row) => row.name)]),
      ...scorecard.evidence.items.map((document) => document.text),
      ...scorecard.explanations.items.map((explanation) => explanation.title),
      ...scorecard.notApplicable.items.map((item) => item.title),
      ...scorecard.basis.items.map((item) => item.text),
      scorecard.closing,
      scorecard.signature.head.title,
    ];
    expect(said.filter((sentence) => !saysInOrder(letters, withoutSpaces(sentence)))).toEqual([]);
  });
});

test('the official head stands on page 1 and numbers on all others', async () => {
  const { file } = await draw('complete');
  const text = readPdfText(file);
  for (const phrase of [
    'UBND THÀNH PHỐ ĐÀ NẴNG',
    'PHƯỜNG HẢI CHÂU',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Hải Châu, ngày 05 tháng 12 năm 2026',
    'PHIẾU TỰ CHẤM ĐIỂM',
    'BẢN NHÁP – chưa ký duyệt',
    'NGƯỜI ĐỨNG ĐẦU',
    'Nơi nhận:',
  ]) {
    expect(text).toContain(phrase);
  }
  const pages = readPdfBoxes(file);
  const numbers = pages.map(({ words }) =>
    words.filter((word) => word.bottom < millimetres(20)).map((word) => word.text),
  );
  expect(numbers.map((found) => found.join(' '))).toEqual(
    pages.map((_, index) => (index === 0 ? '' : String(index + 1))),
  );
});

test('the wide table lies on landscape pages, its head on each of them', async () => {
  const { file } = await draw('complete');
  const pages = readPdfBoxes(file);
  const landscape = pages.map((page) => page.width > page.height);
  expect(landscape.indexOf(true)).toBeGreaterThan(0);
  expect(landscape.at(-1)).toBe(false);
  expect(landscape.slice(landscape.indexOf(true), landscape.lastIndexOf(true) + 1).every(Boolean)).toBe(true);
  for (const page of pages.filter((candidate) => candidate.width > candidate.height)) {
    const top = page.words.filter((word) => word.bottom < millimetres(45)).map((word) => word.text);
    expect(top.join(' ')).toContain('STT');
    expect(top.join(' ')).toContain('Cách tính');
  }
});

test.each<Sample>([
  'complete',
  'in English',
  'without any answer',
  'of Hội An for half a year',
  'of the city for a quarter',
])('the result fills page 1 and the summary for the head page 2, %s', async (sample) => {
  const { scorecard, file } = await draw(sample);
  const pages = readPdfBoxes(file);
  expect(pages.findIndex((page) => page.width > page.height)).toBe(2);
  const words = pages[1]?.words.map((word) => word.text).join(' ') ?? '';
  expect(words).toContain(scorecard.summary.heading);
  expect(words).toContain(scorecard.summary.path.heading.split(' ').slice(0, 4).join(' '));
});

test('the signatures share their page with a sentence', async () => {
  const { file } = await draw('complete');
  const last = readPdfBoxes(file).at(-1);
  const words = last?.words.map((word) => word.text).join(' ') ?? '';
  expect(words).toContain('chịu trách nhiệm về tính chính xác');
  expect(words).toContain('ĐỨNG');
});

test('the metadata names the unit, the language and the day of printing', async () => {
  const { bytes, file } = await draw('complete');
  const info = readPdfInfo(file);
  expect(info).toContain('Phiếu tự chấm điểm – Phường Hải Châu – năm 2026');
  expect(info).toMatch(/CreationDate: +Sat Dec +5/u);
  expect(Buffer.from(bytes).toString('latin1')).toContain('/Lang (vi)');
});

test('equal input gives equal bytes, alone and on several threads', async () => {
  const { scorecard, bytes: alone } = await draw('complete');
  const done: number[] = [];
  const batch = await renderScorecardPdfs(
    [scorecard, scorecard, scorecard, scorecard, scorecard],
    (index) => {
      done.push(index);
    },
  );
  expect(batch.map((bytes) => Buffer.compare(bytes, alone))).toEqual([0, 0, 0, 0, 0]);
  expect(done.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4]);
});

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s/gu, '');
}

/** A sentence in a table cell is divided by the lines of its neighbours: its first letters must be there together. */
function saysInOrder(letters: string, sentence: string): boolean {
  return letters.includes(sentence.slice(0, 12));
}
