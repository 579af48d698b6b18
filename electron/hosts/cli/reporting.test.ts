import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import readExcelFile from 'read-excel-file/node';
import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '#backend/backend.ts';
import { emptyAnswer, type Answers } from '#shared/domain/assessment/answer.ts';
import { runCommand } from '../../../test/helpers/commandLine.ts';
import { productFolder } from '../../../test/helpers/content.ts';
import { fillPeriod, type FilledUnit } from '../../../test/helpers/filledPeriod.ts';
import { readCsv } from '../../../test/helpers/readCsv.ts';
import { readXml } from '../../../test/helpers/readXml.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { realContent } from '../../../test/helpers/testWorkspace.ts';
import { valueOf } from '../../../test/helpers/valueOf.ts';

/** Two wards and two communes. */
const units = ['20242', '20209', '20308', '20332'];
const secret = 'Bà Trần Thị Bí Mật';

let folder = '';
let database = '';

const nameInExplanation = (answers: Answers): Answers => ({
  ...answers,
  'px-002': { ...emptyAnswer, ...answers['px-002'], explanation: `=HYPERLINK("http://x") ${secret}` },
});

function fill(more: readonly FilledUnit[]): void {
  const workspace = valueOf(
    openWorkspace({
      databaseFile: database,
      contentFolder: path.join(productFolder, 'criteria'),
      content: realContent(),
      now: () => new Date('2026-11-21T08:00:00Z'),
      newId: randomUUID,
      appVersion: '1.2.3',
    }),
  );
  fillPeriod(workspace.context, more);
  workspace.close();
}

let filled: Uint8Array | undefined;

beforeEach(() => {
  folder = makeTemporaryFolder();
  database = path.join(folder, 'data.sqlite');
  if (filled) writeFileSync(database, filled);
  else fill(units.map((unitCode) => ({ unitCode, change: nameInExplanation })));
  filled ??= readFileSync(database);
});

async function report(format: string, ...more: readonly string[]): Promise<string> {
  const out = path.join(folder, `out.${format}`);
  const args = ['--db', database, '--period', '2026', '--format', format, '--out', out, ...more];
  const { exitCode, stderr } = await runCommand('report', ...args);
  expect(exitCode, stderr).toBe(0);
  return out;
}

interface Ranking {
  readonly units: readonly {
    readonly unit: { readonly code: string; readonly kind: string };
    readonly place: { readonly rank: number | null; readonly of: number };
    readonly percent: string | null;
  }[];
}

describe('ranking', () => {
  const rank = async (...more: readonly string[]) => {
    const run = await runCommand('ranking', '--db', database, '--period', '2026', '--json', ...more);
    expect(run.exitCode, run.stderr).toBe(0);
    return JSON.parse(run.stdout) as Ranking;
  };

  test('gives each unit its place among those of its kind, with the exact figures of its score', async () => {
    const ranking = await rank();
    expect(ranking).toMatchObject({ criteriaSet: 'da-nang-phuong-xa', criteriaStatus: 'reference' });
    expect(ranking.units.map(({ unit, place }) => [unit.kind, place.rank, place.of])).toEqual([
      ['phuong', 1, 2],
      ['phuong', 2, 2],
      ['xa', 1, 2],
      ['xa', 2, 2],
    ]);
    const listed = JSON.parse((await runCommand('list', '--db', database, '--json')).stdout) as {
      unit: { code: string };
      standing: { percent: string };
    }[];
    for (const { unit, standing } of listed) {
      expect(ranking.units.find((one) => one.unit.code === unit.code)?.percent).toBe(standing.percent);
    }
  });

  test('counts every unit below the one above when asked to', async () => {
    const ranking = await rank('--above', '48');
    expect(ranking.units).toHaveLength(93);
    expect(ranking.units.filter(({ place }) => place.rank === null)).toHaveLength(89);
  });

  test('tells the table in both languages, with its rule', async () => {
    const args = ['ranking', '--db', database, '--period', '2026'];
    expect((await runCommand(...args)).stdout).toMatch(/Loại đơn vị.*\nphường/u);
    const english = await runCommand(...args, '--lang', 'en', '--basis', 'evidenced');
    expect(english.stdout).toMatch(/Kind of unit.*\nward/u);
    expect(english.stderr).toContain('share a place');
  });

  test('refuses what cannot be ranked', async () => {
    const refused = async (...args: readonly string[]) =>
      (await runCommand('ranking', '--db', database, ...args)).stderr;
    expect(await refused('--period', '2030')).toContain('[period-without-assessments]');
    expect(await refused('--period', 'năm nay')).toContain('[period-malformed]');
    expect(await refused('--period', '2026', '--above', '99999')).toContain('[unit-unknown]');
    expect(await refused('--period', '2026', '--set', 'khac')).toContain('[criteria-set-unknown]');
    fill([{ unitCode: '20242', setId: 'hoi-an-xa-phuong-thong-minh' }]);
    expect(await refused('--period', '2026')).toContain('[criteria-set-ambiguous]');
    expect(await refused('--period', '2026', '--set', 'da-nang-phuong-xa')).not.toContain('[');
  });
});

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
    expect(texts).toContain(`'=HYPERLINK("http://x") ${secret}`);
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
          Object.entries(row).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
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
    expect(texts).toContain(`'=HYPERLINK("http://x") ${secret}`);
    for (const text of texts) expect(String(text)).not.toMatch(/^[=+@]/u);
  });

  test('leaves persons and free texts out when it is masked, and says so', async () => {
    const full = readFileSync(await report('json'), 'utf8');
    const masked = readFileSync(await report('json', '--mask'), 'utf8');
    for (const personal of [secret, 'contactName', '@example.vn', 'Thông báo kết quả']) {
      expect(full).toContain(personal);
      expect(masked).not.toContain(personal);
    }
    expect(masked).toContain('đã lược bỏ thông tin cá nhân');
    expect(full).toContain('không công bố nguyên trạng');
  });

  test('shows the trend once there are earlier periods, through units that were joined', async () => {
    fill([{ unitCode: '20242', period: '2025' }]);
    const { tables } = JSON.parse(readFileSync(await report('json', '--lang', 'en'), 'utf8')) as {
      tables: Record<string, { rows: Record<string, unknown>[] }>;
    };
    const row = tables['trend']?.rows.find(({ unitCode }) => unitCode === '20242');
    expect(row).toMatchObject({ 'period-2025': expect.any(Number) as number, formedFrom: null });
  });

  test('that cannot be written leaves nothing behind', async () => {
    const out = path.join(folder, 'absent', 'out.json');
    const args = ['--db', database, '--period', '2026', '--format', 'json', '--out', out];
    const run = await runCommand('report', ...args);
    expect(run).toMatchObject({ exitCode: 1 });
    expect(run.stderr).toContain('[file-not-writable]');
    expect(existsSync(path.dirname(out))).toBe(false);
  });

  test('needs a format that it knows', async () => {
    const args = ['report', '--db', database, '--period', '2026', '--out', path.join(folder, 'x')];
    expect(await runCommand(...args)).toMatchObject({ exitCode: 2 });
    expect(await runCommand(...args, '--format', 'ods')).toMatchObject({ exitCode: 2 });
  });
});
