import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Fraction from 'fraction.js';
import { z } from 'zod';
import { createTranslate } from '../../electron/backend/translate.ts';
import { boundsOfSet } from '../../shared/report/boundsOfSet.ts';
import { formatPercent } from '../../shared/report/formatFigure.ts';
import { startBrowserHost } from '../helpers/browserHost.ts';
import { runCommand } from '../helpers/commandLine.ts';
import { listZipNames, readZipText } from '../helpers/readZip.ts';
import { DashboardPage } from './dashboardPage.ts';
import { expect, test } from './fixtures.ts';
import { HomePage } from './homePage.ts';
import { workAs } from './tourDashboard.ts';

test.setTimeout(600_000);

const words = createTranslate('vi');
const city = '48';

const ranking = z.object({
  units: z.array(
    z.object({
      unit: z.object({ code: z.string(), name: z.string() }),
      assessment: z.string().nullable(),
      place: z.object({ rank: z.number().nullable(), of: z.number() }),
      percent: z.string().nullable(),
      totalPercent: z.string().nullable(),
    }),
  ),
});

/** A dozen wards and communes as their files say, and what the command line makes of them. */
async function receiveDemo(dataFolder: string) {
  const demo = path.join(dataFolder, 'demo');
  const database = path.join(dataFolder, 'thuoc-so.sqlite');
  expect((await runCommand('demo', '--out', demo, '--units', '12')).exitCode).toBe(0);
  const files = readdirSync(demo)
    .filter((name) => name.endsWith('.thuocso'))
    .map((name) => path.join(demo, name));
  const imported = await runCommand('import', '--db', database, ...files);
  expect(imported.exitCode, imported.stderr).toBe(0);
  const ranked = await runCommand('ranking', '--db', database, '--period', '2026', '--above', city, '--json');
  expect(ranked.exitCode, ranked.stderr).toBe(0);
  return ranking.parse(JSON.parse(ranked.stdout)).units;
}

test('all units stand on one page with the figures of the command line, and each figure leads to its answer', async ({
  page,
  set,
  dataFolder,
}) => {
  const units = await receiveDemo(dataFolder);
  const scored = units.filter(({ assessment }) => assessment !== null);
  const host = await startBrowserHost(dataFolder);
  const dashboard = new DashboardPage(page, words);
  try {
    await new HomePage(page).open(host);
    await workAs(page, 'city', city);
    await dashboard.open();
    await expect(page.getByText(words('dashboard:shares.title'))).toBeVisible();

    await test.step('the ranking is that of the command line', async () => {
      await dashboard.part('ranking').click();
      const bounds = boundsOfSet(set, 'points');
      const shown = (text: string | null): string =>
        formatPercent(text === null ? null : new Fraction(text), 'vi', bounds);
      for (const { unit, place, percent, totalPercent } of scored) {
        const row = dashboard.row(unit.code);
        await expect(row).toContainText(unit.name);
        await expect(row).toContainText(`${String(place.rank)}/${String(place.of)}`);
        await expect(row).toContainText(shown(totalPercent));
        await expect(row).toContainText(shown(percent));
      }
    });

    await test.step('two units side by side', async () => {
      for (const { unit } of scored.slice(0, 2)) {
        await page
          .getByRole('checkbox', { name: words('dashboard:ranking.compareUnit', { unit: unit.name }) })
          .check();
      }
      await page.getByRole('button', { name: words('dashboard:comparison.show'), exact: true }).click();
      const table = page.getByRole('dialog').getByRole('table');
      for (const { unit } of scored.slice(0, 2)) await expect(table).toContainText(unit.name);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    });

    await test.step('a weak criterion leads to an answer and its lineage', async () => {
      await dashboard.part('criteria').click();
      await page.locator('ol button').first().click();
      const list = page.getByRole('list', { name: words('dashboard:criteria.units') });
      await list.getByRole('link').first().click();
      await expect(page).toHaveURL(/#\/assessments\/[^/]+\/[a-z]+-\d+/u);
      await page.getByRole('button', { name: words('desk:steps.next') }).waitFor();
      await page.getByText(words('desk:history.title'), { exact: true }).click();
      await page.getByRole('button', { name: words('lineage:open') }).click();
      await expect(page.getByRole('dialog', { name: words('lineage:title') })).toBeVisible();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.goBack();
      await dashboard.part('criteria').waitFor();
    });

    await test.step('a cell of the groups leads to the criterion that costs most', async () => {
      await dashboard.part('groups').click();
      await page.locator('tr[data-unit] td[data-level] a').first().click();
      await page.getByRole('button', { name: words('desk:steps.next') }).waitFor();
      await page.goBack();
    });

    await test.step('a report comes as a file that can be read', async () => {
      await dashboard.part('reports').click();
      const file = await dashboard.makeReport('json', dataFolder);
      const { tables } = z
        .object({ tables: z.record(z.string(), z.unknown()) })
        .parse(JSON.parse(readFileSync(file, 'utf8')));
      expect(Object.keys(tables).length).toBeGreaterThan(0);
      for (const { unit } of scored) expect(readFileSync(file, 'utf8')).toContain(unit.name);
      const archive = readFileSync(await dashboard.makeReport('csv', dataFolder));
      expect(readZipText(archive, 'ranking.csv')).toContain(scored[0]?.unit.name ?? '');
    });

    await test.step('printing all scorecards can be stopped and done again', async () => {
      const count = scored.length;
      await page.getByRole('button', { name: words('dashboard:cards.start', { count }) }).click();
      await page.getByRole('button', { name: words('dashboard:cards.cancel') }).click();
      await page.getByText(words('dashboard:cards.cancelled')).waitFor();
      const cards = readFileSync(await dashboard.printCards(count, dataFolder));
      expect(listZipNames(cards).filter((name) => name.endsWith('.pdf'))).toHaveLength(count);
    });
  } finally {
    await host.kill();
  }
});
