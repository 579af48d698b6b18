import { readFileSync } from 'node:fs';
import path from 'node:path';
import Fraction from 'fraction.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { runCommand } from '../../../test/helpers/commandLine.ts';
import { makeFilledDatabase, type FilledDatabase } from '../../../test/helpers/filledDatabase.ts';

let database: FilledDatabase;

beforeEach(() => {
  database = makeFilledDatabase();
});

interface Compared {
  readonly earlier: string;
  readonly rose: number;
  readonly fell: number;
  readonly stayed: number;
  readonly units: readonly {
    readonly unit: { readonly code: string };
    readonly now: { readonly percent: string | null; readonly rank: number | null };
    readonly past: { readonly percent: string | null; readonly rank: number | null } | null;
    readonly difference: string | null;
  }[];
}

interface Ranking {
  readonly units: readonly {
    readonly unit: { readonly code: string };
    readonly place: { readonly rank: number | null };
    readonly percent: string | null;
  }[];
}

const run = async <T>(...args: readonly string[]): Promise<T> => {
  const [command = '', ...more] = args;
  const ran = await runCommand(command, '--db', database.file, '--json', ...more);
  expect(ran.exitCode, ran.stderr).toBe(0);
  return JSON.parse(ran.stdout) as T;
};

const lastYear = (...codes: readonly string[]) =>
  database.add(codes.map((unitCode) => ({ unitCode, period: '2025' })));

describe('compare', () => {
  test('holds the exact figures that the ranking of either period has', async () => {
    lastYear('20242', '20209', '20308');
    const compared = await run<Compared>('compare', '--period', '2026');
    expect(compared).toMatchObject({ criteriaSet: 'da-nang-phuong-xa', period: '2026', earlier: '2025' });
    expect(compared.rose + compared.fell + compared.stayed).toBe(3);
    const now = await run<Ranking>('ranking', '--period', '2026');
    const past = await run<Ranking>('ranking', '--period', '2025');
    expect(compared.units.map(({ unit }) => unit.code)).toEqual(now.units.map(({ unit }) => unit.code));
    for (const { unit, ...one } of compared.units) {
      const [after, before] = [now, past].map(({ units }) =>
        units.find((row) => row.unit.code === unit.code),
      );
      expect([one.now.percent, one.now.rank]).toEqual([after?.percent, after?.place.rank]);
      expect(one.past?.percent).toBe(before?.percent);
      expect(one.past?.rank).toBe(before?.place.rank);
      if (before?.percent) {
        expect(one.difference).toBe(new Fraction(after!.percent!).sub(before.percent).toFraction());
      }
    }
  });

  test('in words a year is no figure of thousands, and a difference has its sign', async () => {
    lastYear('20242', '20209', '20308');
    const { stdout } = await runCommand('compare', '--db', database.file, '--period', '2026');
    expect(stdout).toMatch(/ 2030 /u);
    expect(stdout).not.toContain('2.030');
    expect(stdout).toMatch(/ [+−]\d/u);
    expect(stdout).not.toMatch(/ -\d/u);
  });

  test('counts every unit below the one above when asked to, and takes the earlier period that is named', async () => {
    database.add([{ unitCode: '20242', period: '2027' }]);
    lastYear('20242');
    const compared = await run<Compared>('compare', '--period', '2027', '--with', '2025', '--above', '48');
    expect(compared).toMatchObject({ earlier: '2025', withoutNow: 92, withoutThen: 0 });
    expect(compared.units).toHaveLength(93);
  });

  test('tells sentences and tables in both languages', async () => {
    lastYear('20242', '20209');
    const args = ['compare', '--db', database.file, '--period', '2026'];
    const vietnamese = (await runCommand(...args)).stdout;
    expect(vietnamese).toMatch(/trong 4 đơn vị tăng điểm so với năm 2025/u);
    expect(vietnamese).toMatch(/Từng tiêu chí: năm 2026 so với năm 2025\n/u);
    const english = (await runCommand(...args, '--lang', 'en', '--basis', 'evidenced')).stdout;
    expect(english).toMatch(/of 4 units have risen/u);
    expect(english).toMatch(/^Unit by unit/mu);
  });

  test('refuses what cannot be compared', async () => {
    const refused = async (...args: readonly string[]) =>
      (await runCommand('compare', '--db', database.file, ...args)).stderr;
    expect(await refused('--period', '2026')).toContain('[earlier-period-missing]');
    expect(await refused('--period', '2026', '--with', '2025')).toContain('[periods-not-comparable]');
    expect(await refused('--period', '2026', '--with', 'năm ngoái')).toContain('[period-malformed]');
    expect(await refused('--period', '2030')).toContain('[period-without-assessments]');
    expect(await refused('--period', '2026', '--above', '99999')).toContain('[unit-unknown]');
  });
});

type Row = Readonly<Record<string, string | number | null>>;

interface Report {
  readonly tables: Readonly<Record<string, { readonly rows: readonly Row[] }>>;
  readonly dictionary: readonly Row[];
}

describe('the report of a period', () => {
  const tables = ['threshold-changes', 'unit-changes', 'criterion-changes'] as const;

  const report = async (): Promise<Report> => {
    const out = path.join(database.folder, 'report.json');
    const args = ['--db', database.file, '--period', '2026', '--format', 'json', '--out', out];
    const ran = await runCommand('report', ...args);
    expect(ran.exitCode, ran.stderr).toBe(0);
    return JSON.parse(readFileSync(out, 'utf8')) as Report;
  };

  test('has the tables of the comparison only where there is an earlier period', async () => {
    const alone = await report();
    for (const table of tables) expect(alone.tables).not.toHaveProperty(table);
    lastYear('20242', '20209');
    const both = await report();
    const compared = await run<Compared>('compare', '--period', '2026');
    const rows = both.tables['unit-changes']?.rows ?? [];
    expect(rows).toHaveLength(4);
    for (const { unit, difference } of compared.units) {
      const row = rows.find(({ unitCode }) => unitCode === unit.code);
      const shown = Number(row?.['difference'] ?? Number.NaN);
      if (difference === null) expect(row?.['difference']).toBeNull();
      else expect(shown).toBeCloseTo(new Fraction(difference).valueOf(), 1);
    }
    const described = both.dictionary.map(({ dictionaryTable }) => dictionaryTable);
    for (const table of tables) expect(described).toContain(table);
  });
});
