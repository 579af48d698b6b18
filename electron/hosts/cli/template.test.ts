import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readWorkbook } from '#backend/files/workbook/readWorkbook.ts';
import { readTemplate } from '#shared/format/template/readTemplate.ts';
import { listEntries } from '#shared/format/template/templateEntries.ts';
import { runCommand } from '../../../test/helpers/commandLine.ts';
import { fillWorkbook, type Typed } from '../../../test/helpers/fillWorkbook.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { realContent, valueOf } from '../../../test/helpers/testWorkspace.ts';

const aboutSheet = 1;
const figuresSheet = 2;
const documentsSheet = 3;

let folder = '';
let form = '';
let empty: Buffer | undefined;

beforeEach(async () => {
  folder = makeTemporaryFolder();
  form = path.join(folder, 'form.xlsx');
  if (empty === undefined) {
    await runCommand('template', '--set', 'da-nang-phuong-xa', '--out', form);
    empty = readFileSync(form);
  } else writeFileSync(form, empty);
});

/** Address of an entry by its key, as rows follow each other: a head, then groups, criteria and entries. */
const addresses = new Map<string, string>();
{
  const set = realContent().sets.find((one) => one.set.id === 'da-nang-phuong-xa')!.set;
  let row = 1;
  for (const group of set.groups) {
    row += 1;
    for (const criterion of group.criteria) {
      row += 1;
      for (const { key } of listEntries(criterion)) addresses.set(key, `D${String((row += 1))}`);
    }
  }
}

interface Filled {
  readonly exitCode: number;
  readonly answersFile: { readonly answers: Readonly<Record<string, unknown>> } | null;
  readonly differences: readonly {
    readonly code: string;
    readonly field: string;
    readonly before: unknown;
    readonly after: unknown;
  }[];
  readonly errors: readonly { readonly code: string; readonly place: string }[];
}

async function readFilled(
  figures: Readonly<Record<string, Typed>>,
  {
    about = { C6: '20242', C7: '2026' },
    documents = {},
    args = [],
  }: {
    readonly about?: Readonly<Record<string, Typed>>;
    readonly documents?: Readonly<Record<string, Typed>>;
    readonly args?: readonly string[];
  } = {},
): Promise<Filled> {
  const cells = Object.fromEntries(
    Object.entries(figures).map(([key, typed]) => [addresses.get(key) ?? key, typed]),
  );
  const filled = await fillWorkbook(empty!, {
    [aboutSheet]: about,
    [figuresSheet]: cells,
    [documentsSheet]: documents,
  });
  writeFileSync(form, filled);
  const { exitCode, stdout } = await runCommand('template-read', form, '--json', ...args);
  return { exitCode, ...(JSON.parse(stdout) as Omit<Filled, 'exitCode'>) };
}

describe('a filled form', () => {
  test('is read as an answers file, however figures and texts were typed', async () => {
    const { exitCode, answersFile, errors } = await readFilled(
      {
        'px-001.a': 'a – Trưởng ban là Bí thư Đảng ủy hoặc Chủ tịch UBND',
        'px-001.b.numerator': '3,5',
        'px-001.b.denominator': 4.25,
        'px-002.a': 'Có'.normalize('NFD'),
        'px-002.b': 'không',
        'px-002.c': true,
        'px-004': '1.234.567',
        'px-006': 'CÓ',
        'px-007': 'B',
        'px-007!explanation': 'Đã có kế hoạch'.normalize('NFD'),
        'px-011.numerator': '1\u00a0234',
        'px-011.denominator': '1.234,5',
        'px-025!notApplicable': 'Chưa được giao tập dữ liệu nào',
      },
      {
        documents: {
          B2: '1.1 – Người đứng đầu trực tiếp chỉ đạo chuyển đổi số',
          C2: '12/QĐ-UBND',
          D2: 46_086,
          E2: 'UBND phường',
          F2: 'Quyết định',
          G2: '2-5',
          B4: '1.1',
          F4: 'Kế hoạch',
          D4: '05/03/2026',
        },
      },
    );
    expect(errors).toEqual([]);
    expect(exitCode).toBe(0);
    expect(answersFile?.answers).toEqual({
      'px-001': {
        value: { parts: ['a', { numerator: '3.5', denominator: '4.25' }] },
        evidence: [
          {
            number: '12/QĐ-UBND',
            date: '2026-03-05',
            issuer: 'UBND phường',
            title: 'Quyết định',
            page: '2-5',
          },
          { title: 'Kế hoạch', date: '05/03/2026' },
        ],
      },
      'px-002': { value: ['a', 'c'] },
      'px-004': { value: '1234567' },
      'px-006': { value: true },
      'px-007': { value: 'b', explanation: 'Đã có kế hoạch' },
      'px-011': { value: { numerator: '1234', denominator: '1234.5' } },
      'px-025': { notApplicable: 'Chưa được giao tập dữ liệu nào' },
    });
  });

  test('is refused cell by cell where the form on the screen would refuse', async () => {
    const { exitCode, answersFile, errors } = await readFilled({
      'px-001.a': 'z',
      'px-001.b.numerator': 5,
      'px-001.b.denominator': 4,
      'px-002.a': 'có lẽ',
      'px-004': '1.234',
      'px-006': 'có',
      'px-006!notApplicable': 'vừa có vừa không',
      'px-011.numerator': 3,
      'px-011.denominator': 0,
      'px-021.numerator': '12 tập',
      'px-021.denominator': { share: 0.85 },
      'px-005': { error: '#DIV/0!' },
    });
    expect(exitCode).toBe(1);
    expect(answersFile).toBeNull();
    const told = Object.fromEntries(errors.map(({ place, code }) => [place, code]));
    const cell = (key: string): string => `Số liệu!${addresses.get(key) ?? ''}`;
    expect(told).toMatchObject({
      [cell('px-001.a')]: 'option-unknown',
      [cell('px-001.b.numerator')]: 'numerator-above-denominator',
      [cell('px-002.a')]: 'value-wrong-kind',
      [cell('px-004')]: 'number-ambiguous',
      [cell('px-011.denominator')]: 'denominator-zero',
      [cell('px-021.numerator')]: 'number-malformed',
      [cell('px-005')]: 'number-malformed',
      // What is seen is "85%": nobody means 0.85 by it.
      [cell('px-021.denominator')]: 'number-malformed',
    });
    expect(errors.map(({ code }) => code)).toContain('answer-contradictory');
  });

  test('tells what is missing at its head, and documents of no criterion', async () => {
    const { errors } = await readFilled(
      {},
      { about: { C6: '99999', C7: 'năm nay' }, documents: { F2: 'Kế hoạch', B3: '77.7', F3: 'Quyết định' } },
    );
    expect(errors.map(({ code, place }) => [code, place])).toEqual([
      ['document-without-criterion', 'Tài liệu!B2'],
      ['criterion-unknown', 'Tài liệu!B3'],
      ['period-malformed', 'Thông tin!C7'],
      ['unit-unknown', 'Thông tin!C6'],
    ]);
  });

  test('asks for the criterion of a document where the spreadsheet made a figure of its code', async () => {
    const { errors } = await readFilled(
      {},
      { documents: { B2: 6.1, F2: 'Kế hoạch', B3: 6.3, F3: 'Quyết định', B4: '6.10', F4: 'Báo cáo' } },
    );
    expect(errors.map(({ code, place }) => [code, place])).toEqual([
      ['document-without-criterion', 'Tài liệu!B2'],
    ]);
  });

  test('names the empty cell, not the field behind it', async () => {
    const { errors } = await readFilled({}, { about: { C6: '20242', C7: '' } });
    expect(errors.map(({ code, place }) => [code, place])).toEqual([['cell-empty', 'Thông tin!C7']]);
  });

  test('tells that no item of a checklist is met from a checklist without an answer', async () => {
    const { differences } = await readFilled({ 'px-002.a': 'không', 'px-002.b': 'không' });
    expect(differences).toMatchObject([{ id: 'px-002', field: 'value', before: null, after: [] }]);
  });

  test('shows what it would change in the data file, and applies through its answers file', async () => {
    const database = path.join(folder, 'data.sqlite');
    const answers = path.join(folder, 'answers.json');
    const figures = { 'px-006': 'Có', 'px-004': 24 };
    const first = await readFilled(figures, { args: ['--out', answers] });
    expect(first.differences).toEqual([
      { code: '1.4', id: 'px-004', field: 'value', before: null, after: '24' },
      { code: '1.6', id: 'px-006', field: 'value', before: null, after: true },
    ]);
    expect((await runCommand('apply', answers, '--db', database)).exitCode).toBe(0);
    expect(await readFilled(figures, { args: ['--db', database] })).toMatchObject({ differences: [] });
    const days = { about: { C6: '20242', C7: '2026-01-01/2026-12-31' }, args: ['--db', database] };
    expect(await readFilled(figures, days)).toMatchObject({ differences: [], errors: [] });
    const changed = await readFilled({ ...figures, 'px-004': 25 }, { args: ['--db', database] });
    expect(changed.differences).toMatchObject([{ code: '1.4', before: '24', after: '25' }]);
    const text = await runCommand('template-read', form, '--db', database, '--lang', 'en');
    expect(text.stdout).toMatch(/1\.4 +figures +24 +25/u);
  });
});

test('a form with a copy of a sheet is refused, for what is typed into one of the two would be left out', async () => {
  const filled = await fillWorkbook(empty!, { [aboutSheet]: { C6: '20242', C7: '2026' } });
  const sheets = valueOf(await readWorkbook(filled));
  const copies = sheets
    .filter(({ sheet }) => sheet === 'Số liệu')
    .map(({ data }) => ({ sheet: 'Số liệu (2)', data }));
  const { faults } = valueOf(readTemplate([...copies, ...sheets], realContent()));
  expect(faults.map(({ code, place }) => [code, place])).toEqual([['template-sheet-repeated', 'Số liệu']]);
});

describe('a file that is no form of ours', () => {
  const codeOf = async (file: string) => (await runCommand('template-read', file)).stderr;

  test.each([
    ['a text', Buffer.from('nothing')],
    ['an empty file', Buffer.of()],
    ['a zip that is cut off', undefined],
  ])('%s is refused', async (_name, bytes) => {
    writeFileSync(form, bytes ?? empty!.subarray(0, 20_000));
    expect(await codeOf(form)).toContain('[workbook-unreadable]');
  });

  test('another workbook, a file that is not there, a changed set, a changed key and a row that is gone are refused', async () => {
    expect(await codeOf(path.join(folder, 'absent.xlsx'))).toContain('[file-not-found]');
    writeFileSync(form, await fillWorkbook(empty!, { [aboutSheet]: { A1: 'something' } }));
    expect(await codeOf(form)).toContain('[format-unknown]');
    writeFileSync(form, await fillWorkbook(empty!, { [aboutSheet]: { A1: 'thuoc-so-template/9/about' } }));
    expect(await codeOf(form)).toContain('[format-too-new]');
    writeFileSync(form, await fillWorkbook(empty!, { [aboutSheet]: { C4: 'f'.repeat(64) } }));
    expect(await codeOf(form)).toContain('[criteria-set-changed]');
    writeFileSync(form, await fillWorkbook(empty!, { [figuresSheet]: { A4: 'px-999' } }));
    const told = await codeOf(form);
    expect(told).toContain('Số liệu!D4');
    expect(told).toContain('[criterion-unknown]');
    expect(told).toContain('[template-row-missing]');
  });

  test('a form of another kind of unit, or of no set, is not made', async () => {
    const out = path.join(folder, 'other.xlsx');
    const made = async (...args: readonly string[]) =>
      (await runCommand('template', '--out', out, ...args)).stderr;
    expect(await made('--set', 'khac')).toContain('[criteria-set-unknown]');
    expect(await made('--set', 'da-nang-phuong-xa', '--kind', 'thanh-pho')).toContain(
      '[criteria-set-not-for-unit]',
    );
    expect(
      await made('--set', 'hoi-an-xa-phuong-thong-minh@1.0.0', '--kind', 'xa', '--lang', 'en'),
    ).toContain('other.xlsx');
  });
});
