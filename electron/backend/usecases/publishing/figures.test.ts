import { readFileSync } from 'node:fs';
import path from 'node:path';
import Fraction from 'fraction.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { productFolder } from '../../../../test/helpers/content.ts';
import { fillPeriod } from '../../../../test/helpers/filledPeriod.ts';
import { makeFolderOfSuite } from '../../../../test/helpers/packageCommands.ts';
import { openPublishing, type Publishing } from '../../../../test/helpers/publishing.ts';
import {
  startPostgres,
  type PostgresRow,
  type PostgresServer,
} from '../../../../test/helpers/postgresServer.ts';
import { fromRealContent, makeTestSurroundings, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { openWorkspace, type Workspace } from '#backend/backend.ts';
import type { Dashboard } from '#shared/api/contract.ts';
import { bases, criteriaOn, standingOn, type Basis } from '#shared/domain/ranking/scoredUnit.ts';
import { recordAppraisals } from '../appraisal/recordAppraisals.ts';
import { readDashboard } from '../dashboard/readDashboard.ts';
import { saveProfile } from '../profile.ts';
import { scorePeriod } from '../reporting/scorePeriod.ts';
import { decimalText } from './decimalText.ts';

// What the city's desk shows, figure by figure, against what the queries of docs/warehouse.md answer.

const page = readFileSync(path.join(productFolder, 'docs/warehouse.md'), 'utf8');
const wards = ['20194', '20197', '20200', '20209', '20242', '20308', '20332', '20263'];
const folder = makeFolderOfSuite();
let server: PostgresServer;
let workspace: Workspace;
let city: Publishing;

beforeAll(async () => {
  server = await startPostgres();
  const databaseFile = path.join(folder, 'city.sqlite');
  workspace = valueOf(openWorkspace({ databaseFile, ...fromRealContent(), ...makeTestSurroundings() }));
  const { context } = workspace;
  valueOf(saveProfile(context, { role: 'city', unitCode: '48', header: {} }));
  city = await openPublishing(server, { context: () => context });
  const ids = fillPeriod(
    context,
    wards.map((unitCode) => ({ unitCode })),
  );
  ids
    .slice(0, 5)
    .forEach((assessmentId, index) => decide(assessmentId, 'appraised', index % 2 === 0 ? '0.5' : '0'));
  ids.slice(0, 2).forEach((assessmentId) => decide(assessmentId, 'final', '0.25'));
  valueOf(await city.publish());
});
afterAll(async () => {
  workspace.close();
  await server.stop();
});

function decide(assessmentId: string, stage: 'appraised' | 'final', points: string): void {
  const adjusted = { decision: 'adjusted', points, reason: 'Thiếu phụ lục' } as const;
  const accepted = { criterionId: 'px-071', decision: 'accepted', points: null, reason: '' } as const;
  const appraisals = [{ criterionId: 'px-006', ...adjusted }, accepted];
  valueOf(recordAppraisals(city.context(), { assessmentId, stage, appraisals }));
}

/** The rows of an example of the page, on a basis. */
async function askPage(name: string, stage: Basis): Promise<readonly PostgresRow[]> {
  const sql = new RegExp(`<!-- query: ${name} -->\\s+\`\`\`sql\\n(.*?)\`\`\``, 'su').exec(page)?.[1];
  if (sql === undefined) throw new Error(`no query ${name}`);
  return await city.ask(sql.replaceAll("stage = 'claimed'", `stage = '${stage}'`));
}

/** An exact figure of the dashboard as the data store writes it. */
function decimal(figure: string | null | undefined): string | null {
  return figure === null || figure === undefined ? null : decimalText(new Fraction(figure));
}

function dashboard(basis: Basis): Promise<Dashboard> {
  const question = { period: '2026', setId: 'da-nang-phuong-xa', basis };
  return readDashboard(city.context(), question).then(valueOf);
}

describe.each(bases)('what is published on the basis %s', (basis) => {
  test('ranks the units as the dashboard does, with the same figures', async () => {
    const { ranking } = await dashboard(basis);
    const rows = await askPage('ranking', basis);
    const byCode = new Map(rows.map((row) => [row['unit_code'], row]));
    expect(rows).toHaveLength(ranking.length);
    for (const { unit, place, ...figures } of ranking) {
      expect(byCode.get(unit.code), unit.name).toMatchObject({
        peer_group: unit.kind,
        unit_name: unit.name,
        place: place.rank,
        points: decimal(figures.points),
        max_points: decimal(figures.max),
        percent: decimal(figures.percent),
        total_percent: decimal(figures.totalPercent),
        band_id: figures.bandId,
      });
    }
    const stood = await city.ask(
      `SELECT unit_code, ceiling_percent, bonus, penalty, total, criteria_met, criteria_applicable, criteria_open,
         criteria_percent, place_of, shared_with FROM thuoc_so.unit_standing WHERE stage = $1`,
      [basis],
    );
    for (const row of stood) {
      const own = ranking.find(({ unit }) => unit.code === row['unit_code']);
      const has = own?.percent !== null;
      expect(row, String(row['unit_code'])).toMatchObject({
        ceiling_percent: decimal(own?.ceilingPercent),
        bonus: has ? decimal(own?.bonus) : null,
        penalty: has ? decimal(own?.penalty) : null,
        total: decimal(own?.total),
        criteria_met: has ? own?.criteriaMet : null,
        criteria_applicable: has ? own?.criteriaApplicable : null,
        criteria_open: has ? own?.criteriaOpen : null,
        criteria_percent: decimal(own?.criteriaPercent),
        place_of: own?.place.of,
        shared_with: own?.place.sharedWith,
      });
    }
  });

  test('counts thresholds, bands and targets as the dashboard does', async () => {
    const { shares, bands, targets } = await dashboard(basis);
    const counted = await askPage('thresholds', basis);
    const all = shares.filter(({ peers }) => peers === null);
    expect(counted).toHaveLength(all.length);
    for (const share of all) {
      const row = counted.find((one) => one['threshold_id'] === share.thresholdId);
      expect(row).toMatchObject({
        units: String(share.units),
        reached: String(share.reached),
        not_reached: String(share.notReached),
        open: String(share.open),
      });
      expectNear(row?.['share'], share.share, 0.005);
    }
    const spread = new Map((await askPage('bands', basis)).map((row) => [row['band_id'], row['units']]));
    for (const { id, units } of bands) expect(spread.get(id) ?? '0', id).toBe(String(units));
    const stood = await askPage('targets', basis);
    expect(
      stood.map((row) => [row['target_id'], row['reached'], row['units'], Number(row['wanted'])]),
    ).toEqual(
      (targets?.targets ?? [])
        .map(({ id, reached, units, wanted }) => [id, String(reached), String(units), wanted])
        .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
  });

  test('adds up groups and criteria to the same percentages', async () => {
    const { groups, ranking, criteria } = await dashboard(basis);
    const cells = await askPage('groups', basis);
    for (const { unit, groups: heat } of ranking) {
      heat.forEach(({ percent }, index) => {
        const cell = cells.find(
          (row) => row['unit_code'] === unit.code && row['group_id'] === groups[index]?.id,
        );
        expectNear(cell?.['percent'] ?? null, percent, 1e-7);
      });
    }
    const over = await askPage('criteria', basis);
    for (const one of criteria) {
      const row = over.find(({ criterion_id }) => criterion_id === one.id);
      expect(Number(row?.['units'] ?? 0)).toBe(one.units);
      expect(Number(row?.['answered'] ?? 0)).toBe(one.answered);
      expect(Number(row?.['met'] ?? 0)).toBe(one.met);
      expectNear(row?.['percent'] ?? null, one.percent, 1e-7);
    }
  });

  test('holds every criterion of every unit as reports have it, and nothing else', async () => {
    const { units } = valueOf(scorePeriod(city.context(), { period: '2026', above: '48' }));
    const rows = await city.ask(
      `SELECT unit_key || ' ' || criterion_id AS key, state, points, ceiling_points, max_points, is_met, is_evidenced, counts
       FROM thuoc_so.criterion_score WHERE stage = $1`,
      [basis],
    );
    const expected = units.flatMap((unit) =>
      criteriaOn(unit, basis).map((score) => ({
        key: `${unit.unit.code}@${unit.unit.validFrom ?? ''} ${score.criterion.id}`,
        state: score.state,
        points: decimalText(score.points),
        ceiling_points: decimalText(score.ceiling),
        max_points: decimalText(score.max),
        is_met: score.met,
        is_evidenced: score.evidenced,
        counts: score.counts,
      })),
    );
    const byKey = (a: { key?: unknown }, b: { key?: unknown }) => (String(a.key) < String(b.key) ? -1 : 1);
    expect([...rows].toSorted(byKey)).toEqual(expected.toSorted(byKey));
    expect(units.filter((unit) => standingOn(unit, basis) !== null).length).toBe(
      { claimed: 8, evidenced: 8, appraised: 5, final: 2 }[basis],
    );
  });
});

test('the other examples of the page answer', async () => {
  const [first] = await askPage('stages', 'claimed');
  expect(first).toHaveProperty('final');
  expect((await askPage('lineage', 'claimed')).length).toBeGreaterThan(300);
  const named = [...page.matchAll(/<!-- query: (\w+) -->/gu)].map(([, name]) => name);
  expect(named).toEqual([
    'ranking',
    'thresholds',
    'bands',
    'groups',
    'criteria',
    'targets',
    'stages',
    'lineage',
  ]);
});

function expectNear(found: unknown, exact: string | null, tolerance: number): void {
  if (exact === null) expect(found).toBeNull();
  else expect(Math.abs(Number(found) - new Fraction(exact).valueOf())).toBeLessThanOrEqual(tolerance);
}
