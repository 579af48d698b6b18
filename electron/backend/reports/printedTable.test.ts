import { expect, test } from 'vitest';
import type { ReportColumn, ReportTable } from '#shared/report/summary/reportTable.ts';
import { printTables } from './printedTable.ts';

const look: ReportColumn = {
  id: 'name',
  title: 'Đơn vị',
  meaning: '',
  type: 'text',
  unit: '',
  source: '',
  isPersonal: false,
  weight: 3,
  isHeat: false,
  isChange: false,
};
const kind: ReportColumn = { ...look, id: 'kind', weight: null };
const percent: ReportColumn = {
  ...look,
  id: 'percent',
  title: 'Tỷ lệ',
  type: 'number',
  unit: '%',
  weight: 1,
};
const later: ReportColumn = { ...percent, id: 'later', title: 'Điểm chốt' };

const table: ReportTable = {
  id: 'ranking',
  title: 'Xếp hạng',
  sheetName: 'Xếp hạng',
  note: 'Cách đọc.',
  dividedBy: 'kind',
  silentRows: [2],
  columns: [kind, look, percent, later],
  rows: [
    ['phường', 'Phường Hải Châu', '91.5', null],
    ['phường', 'Phường Thanh Khê', '84', null],
    ['phường', 'Phường Cẩm Lệ', null, null],
    ['xã', 'Xã Bà Nà', '79.996', null],
  ],
};

test('a divided table is printed part by part, without the rows and columns in which nothing stands', () => {
  const parts = printTables([table], 'vi', 0);
  expect(parts.map(({ title, note, part }) => [title, note, part])).toEqual([
    ['1. Xếp hạng', 'Cách đọc.', 'Phường'],
    [null, '', 'Xã'],
  ]);
  expect(parts.map(({ heads }) => heads)).toEqual([
    ['Đơn vị', 'Tỷ lệ (%)'],
    ['Đơn vị', 'Tỷ lệ (%)'],
  ]);
  expect(parts.map(({ rows }) => rows.map((row) => row.map(({ text }) => text)))).toEqual([
    [
      ['Phường Hải Châu', '91,50'],
      ['Phường Thanh Khê', '84,00'],
    ],
    [['Xã Bà Nà', '79,996']],
  ]);
});

test('a table of which paper shows no row takes no number', () => {
  const silent: ReportTable = { ...table, silentRows: [0, 1, 2, 3] };
  expect(printTables([silent, table], 'vi', 0)[0]?.title).toBe('1. Xếp hạng');
});

test('only a table that is too wide for a portrait page lies on a landscape one', () => {
  const groups = Array.from({ length: 12 }, (_, at) => ({
    ...percent,
    id: `group-${String(at)}`,
    isHeat: true,
  }));
  const wide: ReportTable = {
    ...table,
    columns: [kind, look, ...groups],
    rows: [['xã', 'Xã Bà Nà', ...groups.map(() => '50')]],
    silentRows: [],
  };
  const printed = printTables([table, wide], 'vi', 0);
  expect(printed.map(({ orientation }) => orientation)).toEqual(['portrait', 'portrait', 'landscape']);
  expect(printed[2]?.part).toBeNull();
});

test('a rise has its plus, a fall its minus, no change neither', () => {
  const change: ReportColumn = { ...percent, id: 'change', title: 'Chênh lệch', unit: '', isChange: true };
  const [part] = printTables(
    [{ ...table, dividedBy: 'kind', silentRows: [], columns: [change], rows: [['1234.5'], ['-2'], ['0']] }],
    'vi',
    0,
  );
  expect(part?.rows.map((row) => row.map(({ text }) => text))).toEqual([['+1.234,5'], ['−2,0'], ['0,0']]);
});
