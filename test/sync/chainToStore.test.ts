import { readFileSync } from 'node:fs';
import path from 'node:path';
import Fraction from 'fraction.js';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { decimalText } from '#backend/usecases/publishing/decimalText.ts';
import { readDashboard } from '#backend/usecases/dashboard/readDashboard.ts';
import { createOpenData } from '#backend/usecases/openData/createOpenData.ts';
import { findSet } from '#backend/files/content.ts';
import type { Dashboard } from '#shared/api/contract.ts';
import { bases, type Basis } from '#shared/domain/ranking/scoredUnit.ts';
import { formatNumber } from '#shared/report/formatFigure.ts';
import { boundsOfSet } from '#shared/report/boundsOfSet.ts';
import { productFolder } from '../helpers/content.ts';
import { openInstallation, type Installation } from '../helpers/installation.ts';
import { startPostgres, type PostgresRow } from '../helpers/postgresServer.ts';
import { openPublishing } from '../helpers/publishing.ts';
import { valueOf } from '../helpers/testWorkspace.ts';
import { exchange } from './exchange.ts';
import { judge, openCommune, queueAll } from './office.ts';
import { openFolderPlace } from './places.ts';

const units = ['20242', '20257', '20308'] as const;
const question = { period: '2026', setId: 'da-nang-phuong-xa' } as const;

type Row = Readonly<Record<string, unknown>>;

/** The query of docs/warehouse.md that ranks the units. */
const ranking = /<!-- query: ranking -->\s+```sql\n(?<sql>.*?)```/su.exec(
  readFileSync(path.join(productFolder, 'docs/warehouse.md'), 'utf8'),
)?.groups?.['sql'];

const dataset = z.object({
  tables: z.object({
    ranking: z.object({ rows: z.array(z.record(z.string(), z.unknown())) }),
    thresholds: z.object({ rows: z.array(z.record(z.string(), z.unknown())) }),
  }),
});

/** Three communes and whoever appraises, all through one folder; the city has decided about the first. */
async function fillCity(): Promise<Installation> {
  const place = openFolderPlace();
  const communes = units.map((unit, index) => openCommune(unit, String(3 + index)));
  const aggregator = openInstallation('cap-tong-hop', 'aggregator', '48');
  const city = openInstallation('thanh-pho', 'city', '48');
  for (const commune of communes) {
    await queueAll(commune, place);
    await exchange(commune, place);
  }
  await exchange(aggregator, place);
  for (const unit of units.slice(0, 2)) judge(aggregator, unit, 'appraised', '0,5');
  await queueAll(aggregator, place);
  await exchange(aggregator, place);
  await exchange(city, place);
  judge(city, units[0], 'final', '0,25');
  return city;
}

type Shown = Dashboard['ranking'][number];

function expectStored(row: PostgresRow | undefined, { unit, place, ...own }: Shown): void {
  const decimal = (figure: string | null): string | null =>
    figure === null ? null : decimalText(new Fraction(figure));
  expect(row, unit.name).toMatchObject({
    unit_name: unit.name,
    place: place.rank,
    points: decimal(own.points),
    max_points: decimal(own.max),
    percent: decimal(own.percent),
    total_percent: decimal(own.totalPercent),
    band_id: own.bandId,
  });
}

/** @param rounded an exact figure as open data give it */
function expectOpen(
  row: Row | undefined,
  { unit, place, percent, ...own }: Shown,
  rounded: (figure: string | null) => number | null,
): void {
  const always = { unitName: unit.name, place: place.rank, percent: rounded(percent) };
  const figures = {
    points: rounded(own.points),
    max: rounded(own.max),
    totalPercent: rounded(own.totalPercent),
    criteriaMet: own.criteriaMet,
    criteriaApplicable: own.criteriaApplicable,
    criteriaOpen: own.criteriaOpen,
    criteriaPercent: rounded(own.criteriaPercent),
  };
  expect(row, unit.name).toMatchObject(percent === null ? always : { ...always, ...figures });
}

async function openTables(city: Installation, basis: Basis) {
  const wish = { ...question, basis, language: 'vi', licence: null } as const;
  const { files } = valueOf(await createOpenData(city.context(), wish));
  const json = files.find(({ name }) => name === 'dataset.json');
  return dataset.parse(JSON.parse(Buffer.from(json?.bytes ?? []).toString())).tables;
}

test('what came by files stands in PostgreSQL and in the open data exactly as on the desk of the city', async () => {
  const city = await fillCity();
  const server = await startPostgres();
  onTestFinished(server.stop);
  const store = await openPublishing(server, city);
  valueOf(await store.publish());
  const bounds = boundsOfSet(valueOf(findSet(city.context().content, question.setId)).set, 'points');
  const rounded = (figure: string | null): number | null =>
    figure === null ? null : Number(formatNumber(new Fraction(figure), 'en', bounds).replaceAll(',', ''));

  for (const basis of bases) {
    const shown = valueOf(await readDashboard(city.context(), { ...question, basis }));
    const stored = await store.ask((ranking ?? '').replaceAll("stage = 'claimed'", `stage = '${basis}'`));
    const open = await openTables(city, basis);
    const withFigures = shown.ranking.filter(({ percent }) => percent !== null).length;
    expect(withFigures).toBe({ claimed: 3, evidenced: 3, appraised: 2, final: 1 }[basis]);
    expect([stored.length, open.ranking.rows.length]).toEqual([shown.ranking.length, shown.ranking.length]);
    for (const own of shown.ranking) {
      expectStored(
        stored.find((row) => row['unit_code'] === own.unit.code),
        own,
      );
      expectOpen(
        open.ranking.rows.find(({ unitCode }) => unitCode === own.unit.code),
        own,
        rounded,
      );
    }
    for (const { thresholdId, units: of, reached, notReached, open: undecided } of allTogether(shown)) {
      const counts = { units: of, reached, notReached, open: undecided };
      expect(open.thresholds.rows).toContainEqual(
        expect.objectContaining({ thresholdId, peers: 'tất cả', ...counts }),
      );
    }
  }
});

function allTogether({ shares }: Dashboard): Dashboard['shares'] {
  return shares.filter(({ peers }) => peers === null);
}
