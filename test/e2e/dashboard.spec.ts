import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import Fraction from 'fraction.js';
import { z } from 'zod';
import { createTranslate } from '../../electron/backend/translate.ts';
import { boundsOfSet } from '../../shared/report/summary/reportedPeriod.ts';
import { formatPercent } from '../../shared/report/formatFigure.ts';
import { startBrowserHost, type BrowserHost } from '../helpers/browserHost.ts';
import { runCommand } from '../helpers/commandLine.ts';
import { readZipText } from '../helpers/readZip.ts';
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

/** The dashboard from the list of assessments, as the city's officer comes to it. */
async function openDashboard(page: Page, host: BrowserHost): Promise<void> {
  await new HomePage(page).open(host);
  await workAs(page, 'city', city);
  await page.getByRole('link', { name: words('home:dashboard') }).click();
  await page.getByRole('heading', { level: 1, name: words('dashboard:title') }).waitFor();
}

function part(page: Page, name: 'ranking' | 'groups' | 'criteria' | 'reports') {
  return page
    .getByRole('navigation', { name: words('dashboard:parts.label') })
    .getByRole('link', { name: words(`dashboard:parts.${name}`) });
}

test('all units stand on one page with the figures of the command line, and each figure leads to its answer', async ({
  page,
  set,
  dataFolder,
}) => {
  const units = await receiveDemo(dataFolder);
  const scored = units.filter(({ assessment }) => assessment !== null);
  const host = await startBrowserHost(dataFolder);
  try {
    await openDashboard(page, host);
    await expect(page.getByText(words('dashboard:shares.title'))).toBeVisible();

    await test.step('the ranking is that of the command line', async () => {
      await part(page, 'ranking').click();
      const bounds = boundsOfSet(set, 'points');
      const shown = (text: string | null): string =>
        formatPercent(text === null ? null : new Fraction(text), 'vi', bounds);
      for (const { unit, place, percent, totalPercent } of scored) {
        const row = page.locator(`tr[data-unit="${unit.code}"]`);
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
      await part(page, 'criteria').click();
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
      await part(page, 'criteria').waitFor();
    });

    await test.step('a cell of the groups leads to the criterion that costs most', async () => {
      await part(page, 'groups').click();
      await page.locator('tr[data-unit] td[data-level] a').first().click();
      await page.getByRole('button', { name: words('desk:steps.next') }).waitFor();
      await page.goBack();
    });

    await test.step('a report comes as a file that can be read', async () => {
      await part(page, 'reports').click();
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: words('dashboard:reports.json') }).click();
      const file = await (await download).path();
      const { tables } = z
        .object({ tables: z.array(z.unknown()) })
        .or(z.object({ tables: z.record(z.string(), z.unknown()) }))
        .parse(JSON.parse(readFileSync(file, 'utf8')));
      expect(Object.keys(tables).length).toBeGreaterThan(0);
      for (const { unit } of scored) expect(readFileSync(file, 'utf8')).toContain(unit.name);
      const second = page.waitForEvent('download');
      await page.getByRole('button', { name: words('dashboard:reports.csv') }).click();
      const archive = readFileSync(await (await second).path());
      expect(readZipText(archive, 'ranking.csv')).toContain(scored[0]?.unit.name ?? '');
    });
  } finally {
    await host.kill();
  }
});
