import { beforeEach, describe, expect, test } from 'vitest';
import { runCommand } from '../../../test/helpers/commandLine.ts';
import { makeFilledDatabase, type FilledDatabase } from '../../../test/helpers/filledDatabase.ts';

let database: FilledDatabase;

beforeEach(() => {
  database = makeFilledDatabase();
});

interface Ranking {
  readonly units: readonly {
    readonly unit: { readonly code: string; readonly kind: string };
    readonly place: { readonly rank: number | null; readonly of: number };
    readonly percent: string | null;
  }[];
}

describe('ranking', () => {
  const rank = async (...more: readonly string[]) => {
    const run = await runCommand('ranking', '--db', database.file, '--period', '2026', '--json', ...more);
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
    const listed = JSON.parse((await runCommand('list', '--db', database.file, '--json')).stdout) as {
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
    const args = ['ranking', '--db', database.file, '--period', '2026'];
    expect((await runCommand(...args)).stdout).toMatch(/Loại đơn vị.*\nphường/u);
    const english = await runCommand(...args, '--lang', 'en', '--basis', 'evidenced');
    expect(english.stdout).toMatch(/Kind of unit.*\nward/u);
    expect(english.stderr).toContain('share a place');
  });

  test('refuses what cannot be ranked', async () => {
    const refused = async (...args: readonly string[]) =>
      (await runCommand('ranking', '--db', database.file, ...args)).stderr;
    expect(await refused('--period', '2030')).toContain('[period-without-assessments]');
    expect(await refused('--period', 'năm nay')).toContain('[period-malformed]');
    expect(await refused('--period', '2026', '--above', '99999')).toContain('[unit-unknown]');
    expect(await refused('--period', '2026', '--set', 'khac')).toContain('[criteria-set-unknown]');
    database.add([{ unitCode: '20242', setId: 'hoi-an-xa-phuong-thong-minh' }]);
    expect(await refused('--period', '2026')).toContain('[criteria-set-ambiguous]');
    expect(await refused('--period', '2026', '--set', 'da-nang-phuong-xa')).not.toContain('[');
  });
});
