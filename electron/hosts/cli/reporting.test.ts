import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import readExcelFile from 'read-excel-file/node';
import { beforeEach, describe, expect, test } from 'vitest';
import { millimetres } from '#backend/reports/pageGeometry.ts';
import { runCommand } from '../../../test/helpers/commandLine.ts';
import {
  makeFilledDatabase,
  personNamed,
  type FilledDatabase,
} from '../../../test/helpers/filledDatabase.ts';
import { readCsv } from '../../../test/helpers/readCsv.ts';
import { readDocxText } from '../../../test/helpers/readDocx.ts';
import { readPdfBoxes, readPdfFonts, readPdfText } from '../../../test/helpers/readPdf.ts';
import { readXml } from '../../../test/helpers/readXml.ts';

let database: FilledDatabase;

beforeEach(() => {
  database = makeFilledDatabase();
});

async function report(format: string, ...more: readonly string[]): Promise<string> {
  const out = path.join(database.folder, `out.${format}`);
  const args = ['--db', database.file, '--period', '2026', '--format', format, '--out', out, ...more];
  const { exitCode, stderr } = await runCommand('report', ...args);
  expect(exitCode, stderr).toBe(0);
  return out;
}

describe('report', () => {
  const ids = [
    'thresholds',
    'targets',
    'bands',
    'ranking',
    'groups',
    'gaps',
    'criteria',
    'units',
    'answers',
    'dictionary',
  ];

  test('as CSV is one file for each table, with what it is about and what it means', async () => {
    const out = await report('csv');
    expect(readdirSync(out).toSorted()).toEqual([...ids, 'metadata'].map((id) => `${id}.csv`).toSorted());
    const read = (id: string) => readCsv(readFileSync(path.join(out, `${id}.csv`), 'utf8'), ';');
    const metadata = Object.fromEntries(read('metadata').map(([name = '', value = '']) => [name, value]));
    expect(metadata).toMatchObject({ 'Mã kỳ': '2026', Mục: 'Nội dung' });
    expect(metadata['Tính chất của bộ tiêu chí']).toContain('không phải phụ lục');
    expect(read('ranking')).toHaveLength(5);
    expect(read('targets').map(([id]) => id)).toContain('criteria-80-2030');
    const head = read('answers')[0] ?? [];
    const texts = read('answers').map((row) => row[head.indexOf('Giải trình')]);
    expect(texts).toContain(`'=HYPERLINK("http://x") ${personNamed}`);
    const described = new Set(read('dictionary').map(([table]) => table));
    for (const id of ids.slice(0, -1)) expect(described).toContain(id);
  });

  test('as JSON and XML says the same', async () => {
    const json = JSON.parse(readFileSync(await report('json'), 'utf8')) as {
      metadata: Record<string, string>;
      tables: Record<string, { rows: Record<string, unknown>[] }>;
    };
    const xml = readXml(readFileSync(await report('xml'), 'utf8'));
    expect(json.metadata).toMatchObject({ criteriaSet: 'da-nang-phuong-xa@1.0.0', periodCode: '2026' });
    expect(Object.keys(json.tables)).toEqual(ids.slice(0, -1));
    for (const [id, { rows }] of Object.entries(json.tables)) {
      const table = xml.children.find(({ attributes }) => attributes['id'] === id);
      const told = table?.children.map(({ children }) =>
        Object.fromEntries(children.map(({ name, text }) => [name, text])),
      );
      const same = rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).flatMap(([name, value]) =>
            value === null ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)]],
          ),
        ),
      );
      expect(told).toEqual(same);
    }
  });

  test('as XLSX is one sheet for each table, with real numbers and days and no formula', async () => {
    const sheets = await readExcelFile(readFileSync(await report('xlsx')));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Giới thiệu',
      'Đạt ngưỡng',
      'Chỉ tiêu',
      'Xếp loại',
      'Xếp hạng',
      'Theo nhóm tiêu chí',
      'Kê khai và kiểm chứng',
      'Tiêu chí yếu nhất',
      'Thông tin đơn vị',
      'Từng tiêu chí',
      'Từ điển dữ liệu',
    ]);
    const dataOf = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? [];
    const [head = [], first = []] = dataOf('Xếp hạng');
    const cell = (title: string) => first[head.indexOf(title)];
    expect(cell('Tỷ lệ điểm')).toBeTypeOf('number');
    expect(cell('Lưu lần cuối')).toEqual(new Date('2026-11-21T00:00:00Z'));
    expect(cell('Mã đơn vị')).toMatch(/^\d{5}$/u);
    expect(dataOf('Giới thiệu').flat().join(' ')).toContain('không phải phụ lục của một quyết định');
    const texts = dataOf('Từng tiêu chí').flat();
    expect(texts).toContain(`'=HYPERLINK("http://x") ${personNamed}`);
    for (const text of texts) expect(String(text)).not.toMatch(/^[=+@]/u);
  });

  test('as PDF stays inside the margins, in embedded type, and says what it rests on', async () => {
    const file = await report('pdf', '--above', '48');
    const text = readPdfText(file);
    for (const said of [
      'BÁO CÁO TỔNG HỢP KẾT QUẢ CHẤM ĐIỂM',
      'UBND THÀNH PHỐ ĐÀ NẴNG',
      'không phải phụ lục của một quyết định',
      '93 đơn vị: 4 đơn vị đã có phiếu, 89 đơn vị chưa có phiếu',
      'Quyết định số 1095/QĐ-UBND ngày',
      'Xếp hạng trong từng nhóm đơn vị',
      'Phường Hải Châu',
      'NGƯỜI LẬP BÁO CÁO',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain(personNamed);
    expect(text).not.toContain('@example.vn');
    const [silent = ''] = /Chưa có phiếu, nên không có dòng[^.]*/u.exec(text.replaceAll(/\s+/gu, ' ')) ?? [];
    expect(silent).toContain('89 đơn vị, gồm Phường Hải Vân;');
    const pages = readPdfBoxes(file);
    expect(pages.length).toBeLessThanOrEqual(9);
    for (const { width, height, words } of pages) {
      const dashes = words.filter((word) => word.text === '–');
      expect(dashes.length).toBeLessThan(15);
      const isWide = words.some((word) => word.text === 'nhóm') && words.some((word) => word.text === 'sẫm');
      expect(width > height).toBe(isWide);
      for (const word of words) {
        expect(word.left, word.text).toBeGreaterThanOrEqual(millimetres(30) - 1);
        expect(word.right, word.text).toBeLessThanOrEqual(width - millimetres(15));
        expect(word.bottom, word.text).toBeLessThanOrEqual(height - millimetres(18));
      }
    }
    for (const font of readPdfFonts(file)) expect(font).toMatch(/Tinos.* yes +yes +yes/u);
  });

  test('as DOCX says what the PDF says, in its order', async () => {
    const docx = readDocxText(await report('docx', '--lang', 'en'));
    const pdf = readPdfText(await report('pdf', '--lang', 'en'));
    let place = 0;
    for (const said of [
      'SUMMARY REPORT OF SCORES',
      'not the annex of any decision',
      'I. Results in short',
      '1. Share of units that reach the thresholds',
      '2. Against the targets of plans',
      '4. Ranking within peer groups',
      '7. Weakest criteria',
      'III. About the figures',
      'PREPARED BY',
    ]) {
      const found = docx.indexOf(said, place);
      expect(found, said).toBeGreaterThanOrEqual(place);
      place = found;
      expect(pdf).toContain(said);
    }
  });

  test('leaves persons and free texts out when it is masked, and says so', async () => {
    const full = readFileSync(await report('json'), 'utf8');
    const masked = readFileSync(await report('json', '--mask'), 'utf8');
    for (const personal of [personNamed, 'contactName', '@example.vn', 'Thông báo kết quả']) {
      expect(full).toContain(personal);
      expect(masked).not.toContain(personal);
    }
    expect(masked).toContain('đã lược bỏ thông tin cá nhân');
    expect(full).toContain('không công bố nguyên trạng');
  });

  test('shows the trend once there are earlier periods, through units that were joined', async () => {
    database.add([{ unitCode: '20242', period: '2025' }]);
    const { tables } = JSON.parse(readFileSync(await report('json', '--lang', 'en'), 'utf8')) as {
      tables: Record<string, { rows: Record<string, unknown>[] }>;
    };
    const row = tables['trend']?.rows.find(({ unitCode }) => unitCode === '20242');
    expect(row).toMatchObject({ 'period-2025': expect.any(Number) as number, formedFrom: null });
  });

  test('that cannot be written leaves nothing behind', async () => {
    const out = path.join(database.folder, 'absent', 'out.json');
    const args = ['--db', database.file, '--period', '2026', '--format', 'json', '--out', out];
    const run = await runCommand('report', ...args);
    expect(run).toMatchObject({ exitCode: 1 });
    expect(run.stderr).toContain('[file-not-writable]');
    expect(existsSync(path.dirname(out))).toBe(false);
  });

  test('needs a format that it knows', async () => {
    const args = [
      'report',
      '--db',
      database.file,
      '--period',
      '2026',
      '--out',
      path.join(database.folder, 'x'),
    ];
    expect(await runCommand(...args)).toMatchObject({ exitCode: 2 });
    expect(await runCommand(...args, '--format', 'ods')).toMatchObject({ exitCode: 2 });
  });
});
