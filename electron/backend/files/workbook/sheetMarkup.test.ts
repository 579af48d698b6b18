import { expect, test } from 'vitest';
import { readXml, type XmlElement } from '../../../../test/helpers/readXml.ts';
import { readZipText } from '../../../../test/helpers/readZip.ts';
import { entryColour, writeWorkbook, type WorkbookSheet } from './writeWorkbook.ts';

const sheet: WorkbookSheet = {
  name: "Số liệu 'A' & B",
  rows: [
    ['khóa', { value: 'Đầu', type: String }],
    ['px-001', { value: 12.5, type: Number, backgroundColor: entryColour }],
  ],
  widths: [5, 20],
  stickyRows: 1,
  extras: {
    isProtected: true,
    filter: 'A1:B2',
    hiddenColumns: [1],
    footer: 'A & B <chân trang>',
    rules: [
      {
        cells: 'B2',
        allows: { kind: 'decimal', least: '0', most: null },
        title: 'Số',
        message: 'Phải là "số"',
      },
      {
        cells: 'B3',
        allows: { kind: 'decimal', least: '0', most: '2.5' },
        title: 'Điểm',
        message: 'Từ 0 đến 2,5',
      },
      {
        cells: 'B4:B9',
        allows: { kind: 'list', range: "'Danh mục'!$A$1:$A$2" },
        title: 'Chọn',
        message: 'Chọn',
      },
      { cells: 'B10', allows: { kind: 'day' }, title: 'Ngày', message: 'Ngày' },
      { cells: 'B11', allows: { kind: 'text', longest: 300 }, title: 'Văn bản', message: 'Dài quá' },
    ],
  },
};
const lists: WorkbookSheet = {
  name: 'Danh mục',
  rows: [['Có'], ['Không']],
  widths: [9],
  extras: {},
  isHidden: true,
};

async function partsOf(...sheets: readonly WorkbookSheet[]): Promise<(name: string) => XmlElement> {
  const archive = Buffer.from(await writeWorkbook(sheets));
  return (name) => readXml(readZipText(archive, name));
}

/** What a worksheet may hold and in which order (ECMA-376 part 1, 18.3.1.99), as far as we write it. */
const order = [
  'sheetPr',
  'sheetViews',
  'cols',
  'sheetData',
  'sheetProtection',
  'autoFilter',
  'dataValidations',
  'pageMargins',
  'pageSetup',
  'headerFooter',
];

test('a sheet holds its extras in the one order that Excel takes', async () => {
  const part = await partsOf(sheet, lists);
  const worksheet = part('xl/worksheets/sheet1.xml');
  expect(worksheet.children.map(({ name }) => name)).toEqual(order);
  const [, , columns, , protection, filter, rules, , setup, footer] = worksheet.children;
  expect(columns?.children.map(({ attributes }) => attributes['hidden'])).toEqual(['1', undefined]);
  expect(protection?.attributes).toMatchObject({ sheet: '1' });
  expect(filter?.attributes).toEqual({ ref: 'A1:B2' });
  expect(rules?.attributes).toEqual({ count: '5' });
  expect(rules?.children.map(({ attributes }) => [attributes['type'], attributes['sqref']])).toEqual([
    ['decimal', 'B2'],
    ['decimal', 'B3'],
    ['list', 'B4:B9'],
    ['date', 'B10'],
    ['textLength', 'B11'],
  ]);
  expect(rules?.children[0]?.attributes['error']).toBe('Phải là "số"');
  expect(rules?.children[1]?.children.map(({ text }) => text)).toEqual(['0', '2.5']);
  expect(rules?.children[2]?.children[0]?.text).toBe("'Danh mục'!$A$1:$A$2");
  expect(setup?.attributes).toMatchObject({ orientation: 'landscape', fitToHeight: '0' });
  expect(footer?.children[0]?.text).toBe('&LA && B <chân trang>&R&P/&N');
});

test('only cells of the entry colour can be changed, and hidden sheets stay out of sight', async () => {
  const part = await partsOf(sheet, lists);
  const formats = part('xl/styles.xml').children.find(({ name }) => name === 'cellXfs')?.children ?? [];
  const unlocked = formats.map(({ children }) =>
    children.some(({ name, attributes }) => name === 'protection' && attributes['locked'] === '0'),
  );
  const cells =
    part('xl/worksheets/sheet1.xml')
      .children.find(({ name }) => name === 'sheetData')
      ?.children.flatMap(({ children }) => children) ?? [];
  const isUnlocked: unknown = Object.fromEntries(
    cells.map(({ attributes }) => [attributes['r'], unlocked[Number(attributes['s'])]]),
  );
  expect(isUnlocked).toEqual({ A1: false, B1: false, A2: false, B2: true });
  const workbook = part('xl/workbook.xml');
  const sheets = workbook.children.find(({ name }) => name === 'sheets')?.children ?? [];
  expect(sheets.map(({ attributes }) => [attributes['name'], attributes['state']])).toEqual([
    ["Số liệu 'A' & B", undefined],
    ['Danh mục', 'hidden'],
  ]);
  const names = workbook.children.find(({ name }) => name === 'definedNames')?.children ?? [];
  expect(names[0]?.text).toBe("'Số liệu ''A'' & B'!$1:$1");
});
