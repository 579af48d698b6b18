import { beforeAll, describe, expect, test } from 'vitest';
import { authoringSheets, fillInOfficial, type Filled } from '../../../../test/helpers/officialWorkbook.ts';
import { fillWorkbook } from '../../../../test/helpers/fillWorkbook.ts';
import { readZipText } from '../../../../test/helpers/readZip.ts';
import { codesOf, realContent, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { catalogue } from '#shared/i18n/catalogue.ts';
import { findCriterion } from '#shared/domain/criteria/criteriaOfSet.ts';
import { authoringFaultCodes } from '#shared/format/authoring/authoringFault.ts';
import { readAuthoredSet } from '#shared/format/authoring/readAuthoredSet.ts';
import { digestOf } from '../../files/content.ts';
import { readWorkbook } from '../../files/workbook/readWorkbook.ts';
import { createAuthoringTranslate, createReadWord } from '../../reports/authoringWords.ts';
import { renderAuthoring } from '../../reports/renderAuthoring.ts';
import { createAuthoringWorkbook } from './createAuthoringWorkbook.ts';
import { readSetWorkbook } from './readSetSource.ts';

const content = realContent();

/** The workbook of the reference set, before anybody has typed. */
let blank: Buffer;
beforeAll(async () => {
  const created = await createAuthoringWorkbook(content, { setId: 'da-nang-phuong-xa' }, 'vi');
  blank = Buffer.from(valueOf(created).bytes);
});

/** Cells of a criterion that was not there before. */
const newCriterion = {
  B79: '11.6',
  C79: 'Giải thưởng chuyển đổi số của thành phố',
  D79: '1',
  E79: 'có hoặc không',
  F79: 'Điểm thưởng',
  J79: 'Quyết định khen thưởng',
  K79: 'Đếm giải của năm đánh giá.',
} as const;

describe.each(['vi', 'en'] as const)('a bundled set in a workbook with words of %s', (language) => {
  test.each(content.sets.map((loaded) => [loaded.set.id, loaded] as const))(
    '%s comes back as exactly the same set',
    async (_id, { set, digest }) => {
      const bytes = await renderAuthoring(set, set.title[language], createAuthoringTranslate(language));
      const read = valueOf(await readSetWorkbook(content, bytes));
      expect(read.faults).toEqual([]);
      expect(digestOf(read.set)).toBe(digest);
    },
  );
});

test('what the cells cannot hold is refused, not dropped', async () => {
  const [first] = content.sets;
  if (!first) throw new Error('There is no set');
  const odd = { ...first.set, title: { ...first.set.title, vi: ` ${first.set.title.vi}` } };
  const loaded = { set: odd, digest: digestOf(odd), maps: [] };
  const created = await createAuthoringWorkbook({ ...content, sets: [loaded] }, { setId: odd.id }, 'vi');
  expect(codesOf(created)).toEqual(['set-beyond-workbook']);
});

test('an officer makes the reference set official: decimal commas, NFD, days and new criteria without ids', async () => {
  const workbook = await fillInOfficial(blank, {
    [authoringSheets.criteria]: {
      ...newCriterion,
      D3: '1,5',
      // The first criterion gives half a point to the second.
      D4: 1.5,
    },
    [authoringSheets.rules]: { G3: '0,5', G4: '0,5', G5: '0,25' },
  });
  const { set, faults } = valueOf(await readSetWorkbook(content, workbook));
  // The second criterion is a checklist: its items no longer add up, and its cell says so.
  expect(faults.map(({ code, place }) => `${code} ${place}`)).toEqual([
    expect.stringMatching(/^sum-differs-from-maximum Cách tính điểm!D\d+$/u),
  ]);
  expect(set).toBeNull();
});

test('without faults it is a set with its issue, its sources and permanent ids', async () => {
  const workbook = await fillInOfficial(blank, { [authoringSheets.criteria]: newCriterion });
  const { set, faults } = valueOf(await readSetWorkbook(content, workbook));
  expect(faults).toEqual([]);
  expect(set).toMatchObject({
    id: 'da-nang-phuong-xa',
    version: '2.0.0',
    status: 'official',
    issued: { number: '123/QĐ-UBND', date: '2027-03-05', body: { vi: 'UBND thành phố Đà Nẵng' } },
  });
  const added = set && findCriterion(set, '11.6');
  expect(added).toMatchObject({
    id: 'px-077',
    name: { en: 'Giải thưởng chuyển đổi số của thành phố' },
    role: 'bonus',
    appliesTo: ['phuong', 'xa'],
    source: { kind: 'document', document: 'ban-hanh', lines: 'mục 11.6' },
  });
  expect(set?.documents.at(-1)?.title.vi).toBe(
    'Văn bản số 123/QĐ-UBND ngày 05/03/2027 của UBND thành phố Đà Nẵng',
  );
});

test('what a later version adds is issued by its own document, not by that of the version before', async () => {
  const before = await fillInOfficial(blank, { [authoringSheets.criteria]: newCriterion });
  const { set } = valueOf(await readSetWorkbook(content, before));
  if (!set) throw new Error('There is no set');
  const loaded = { set, digest: digestOf(set), maps: [] };
  const later = { ...content, sets: [...content.sets, loaded] };
  const created = await createAuthoringWorkbook(later, { setId: set.id, setVersion: set.version }, 'vi');
  const workbook = await fillInOfficial(Buffer.from(valueOf(created).bytes), {
    [authoringSheets.head]: { C3: '3.0.0', C8: '3/QĐ-UBND', C9: '01/02/2028' },
    [authoringSheets.criteria]: {
      B80: '11.7',
      C80: 'Sáng kiến',
      D80: '1',
      E80: 'có hoặc không',
      F80: 'Điểm thưởng',
      J80: 'Quyết định công nhận',
      K80: 'Đếm sáng kiến của năm đánh giá.',
    },
  });
  const read = valueOf(await readSetWorkbook(later, workbook));
  expect(read.faults).toEqual([]);
  const issuedBy = (code: string): string | undefined => {
    const source = read.set && findCriterion(read.set, code)?.source;
    const named = source?.kind === 'document' ? source.document : '';
    return read.set?.documents.find(({ id }) => id === named)?.title.vi;
  };
  expect(issuedBy('11.6')).toContain('123/QĐ-UBND');
  expect(issuedBy('11.7')).toContain('số 3/QĐ-UBND');
});

test('what is typed over a figure stays as it is typed: a share is not made a hundredth of itself', async () => {
  const styles = [...readZipText(blank, 'xl/styles.xml').matchAll(/<xf (?:numFmtId="(\d+)")?/gu)];
  const [, asText] = /numFmtId="(\d+)" formatCode="@"/u.exec(readZipText(blank, 'xl/styles.xml')) ?? [];
  const { thresholds: bounds, criteria: points, rules: targets, years: steps } = authoringSheets;
  for (const sheet of [bounds, points, targets, steps]) {
    const xml = readZipText(blank, `xl/worksheets/sheet${String(sheet)}.xml`);
    const figures = [...xml.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"><v>/gu)];
    expect(figures.length).toBeGreaterThan(0);
    for (const [, cell, style] of figures) expect([cell, styles[Number(style)]?.[1]]).toEqual([cell, asText]);
  }
  const workbook = await fillInOfficial(blank, { [bounds]: { D3: '82,5%' } });
  const { set, faults } = valueOf(await readSetWorkbook(content, workbook));
  expect(faults).toEqual([]);
  expect(set?.thresholds[0]?.at).toBe('82.5');
});

test('a figure that is pasted with the format of a share is the share that is seen', async () => {
  const workbook = await fillInOfficial(blank, {
    [authoringSheets.thresholds]: { D3: { share: 0.82125 } },
  });
  const { set, faults } = valueOf(await readSetWorkbook(content, workbook));
  expect(faults).toEqual([]);
  expect(set?.thresholds[0]?.at).toBe('82.125');
});

const { head, criteria, rules, years, sources, thresholds } = authoringSheets;
const planted: readonly (readonly [string, string, string, Filled])[] = [
  ['a word that is in no list', 'cell-word-unknown', 'Bộ tiêu chí!C4', { [head]: { C4: 'chính thúc lắm' } }],
  ['a day that is none', 'cell-day', 'Bộ tiêu chí!C9', { [head]: { C9: '32/03/2027' } }],
  ['an issue without its number', 'cell-missing', 'Bộ tiêu chí!C8', { [head]: { C8: '' } }],
  ['a version that is published', 'version-known', 'Bộ tiêu chí!C3', { [head]: { C3: '1.0.0' } }],
  ['an older version', 'version-not-newer', 'Bộ tiêu chí!C3', { [head]: { C3: '0.9.0' } }],
  ['a version in another form', 'shape', 'Bộ tiêu chí!C3', { [head]: { C3: 'hai' } }],
  ['points in letters', 'cell-number', 'Tiêu chí!D3', { [criteria]: { D3: 'hai điểm' } }],
  ['a figure whose formula fails', 'cell-number', 'Tiêu chí!D3', { [criteria]: { D3: { error: '#REF!' } } }],
  ['a text whose formula fails', 'cell-shape', 'Tiêu chí!N3', { [criteria]: { N3: { error: '#N/A' } } }],
  ['points that can be thousands', 'cell-number-ambiguous', 'Tiêu chí!D3', { [criteria]: { D3: '1.500' } }],
  ['an unknown way of scoring', 'cell-word-unknown', 'Tiêu chí!E3', { [criteria]: { E3: 'theo cảm nhận' } }],
  ['a code of no group', 'group-missing', 'Tiêu chí!B3', { [criteria]: { B3: '19.1' } }],
  ['a code that stands twice', 'row-repeated', 'Tiêu chí!B4', { [criteria]: { B4: '1.1' } }],
  ['an id that stands twice', 'row-repeated', 'Tiêu chí!M4', { [criteria]: { M4: 'px-001' } }],
  ['an id in another form', 'shape', 'Tiêu chí!M4', { [criteria]: { M4: 'P 2' } }],
  ['points that do not add up', 'total-not-100', 'Tiêu chí', { [criteria]: { D3: 3 } }],
  ['no guidance', 'cell-missing', 'Tiêu chí!K3', { [criteria]: { K3: '' } }],
  ['another kind of row', 'line-unexpected', 'Cách tính điểm!D13', { [rules]: { D13: 'Bước điểm' } }],
  [
    'a share where something is counted',
    'line-unexpected',
    'Cách tính điểm!D264',
    { [rules]: { B264: '1.4', D264: 'Mẫu số', F264: 'Số hộ' } },
  ],
  ['a cell that its row does not use', 'cell-unexpected', 'Cách tính điểm!K3', { [rules]: { K3: 5 } }],
  ['a code that became a figure (rules)', 'cell-shape', 'Cách tính điểm!B3', { [rules]: { B3: 6.1 } }],
  ['a code that became a figure (years)', 'cell-shape', 'Chỉ tiêu theo năm!B3', { [years]: { B3: 6.1 } }],
  ['a code that became a figure (sources)', 'cell-shape', 'Nguồn!B7', { [sources]: { B7: 6.1 } }],
  ['a row of nothing', 'row-of-unknown', 'Cách tính điểm!B3', { [rules]: { B3: '99.1' } }],
  ['a year far away', 'year-out-of-range', 'Chỉ tiêu theo năm!D3', { [years]: { C3: 1999 } }],
  ['a year in letters', 'cell-shape', 'Chỉ tiêu theo năm!C3', { [years]: { C3: 'năm tới' } }],
  ['a source that is not listed', 'source-document-unknown', 'Tiêu chí!B3', { [sources]: { D7: 'qd-0' } }],
  ['a second source of a criterion', 'row-repeated', 'Nguồn!B8', { [sources]: { B8: '1.1' } }],
  ['a threshold above everything', 'bound-out-of-range', 'Ngưỡng!D3', { [thresholds]: { D3: 120 } }],
];

test.each(planted)('%s is told with its cell (%s)', async (_name, code, place, cells) => {
  const { faults } = valueOf(await readSetWorkbook(content, await fillInOfficial(blank, cells)));
  expect(faults.map((fault) => `${fault.code} ${fault.place}`)).toContain(`${code} ${place}`);
});

test('many faults are told at once', async () => {
  const workbook = await fillInOfficial(blank, {
    [head]: { C9: '32/03/2027' },
    [criteria]: { D3: 'hai điểm', E10: 'theo cảm nhận', G12: 'quận' },
    [years]: { C3: 1999 },
  });
  const { faults } = valueOf(await readSetWorkbook(content, workbook));
  const places = faults.map(({ place }) => place);
  expect(places).toEqual(
    expect.arrayContaining([
      'Bộ tiêu chí!C9',
      'Tiêu chí!D3',
      'Tiêu chí!E10',
      'Tiêu chí!G12',
      'Chỉ tiêu theo năm!D3',
    ]),
  );
});

test('a copy of a sheet is told, for what is typed into one of the two would be left out', async () => {
  const sheets = valueOf(await readWorkbook(blank));
  const copies = sheets
    .filter(({ sheet }) => sheet === 'Bộ tiêu chí' || sheet === 'Tiêu chí')
    .map(({ sheet, data }) => ({ sheet: `${sheet} (2)`, data }));
  const knowledge = { readWord: createReadWord(), idsUsedBy: () => [] };
  const { set, faults } = valueOf(readAuthoredSet([...sheets, ...copies], knowledge));
  expect(faults.map(({ code, place }) => `${code} ${place}`)).toEqual([
    'sheet-repeated Tiêu chí (2)',
    'sheet-repeated Bộ tiêu chí (2)',
  ]);
  expect(set).toBeNull();
});

test('a workbook of another kind, and a damaged one, are refused by name', async () => {
  const other = await fillWorkbook(blank, { [head]: { A1: 'thuoc-so-bo-tieu-chi/9 head' } });
  expect(codesOf(await readSetWorkbook(content, other))).toEqual(['format-too-new']);
  const foreign = await fillWorkbook(blank, { [head]: { A1: 'danh sách' } });
  expect(codesOf(await readSetWorkbook(content, foreign))).toEqual(['format-unknown']);
  expect(codesOf(await readSetWorkbook(content, Buffer.from('PK')))).toEqual(['workbook-unreadable']);
});

test('every fault of a workbook has its sentence in both languages', () => {
  for (const language of ['vi', 'en'] as const) {
    expect(Object.keys(catalogue[language].authoring)).toEqual(
      expect.arrayContaining(authoringFaultCodes.map((code) => `fault-${code}`)),
    );
  }
});
