import path from 'node:path';
import Fraction from 'fraction.js';
import { z } from 'zod';
import { createTranslate } from '../../electron/backend/translate.ts';
import { boundsOfSet } from '../../shared/report/boundsOfSet.ts';
import { formatDifference, formatPercent } from '../../shared/report/formatFigure.ts';
import { startBrowserHost } from '../helpers/browserHost.ts';
import { runCommand } from '../helpers/commandLine.ts';
import { fillTwoYears } from '../helpers/twoYears.ts';
import { faultsOf } from './axe.ts';
import { DashboardPage } from './dashboardPage.ts';
import { expect, test } from './fixtures.ts';
import { HomePage } from './homePage.ts';

test.setTimeout(300_000);

const words = createTranslate('vi');

const compared = z.object({
  rose: z.number(),
  fell: z.number(),
  stayed: z.number(),
  units: z.array(
    z.object({
      unit: z.object({ code: z.string(), name: z.string() }),
      now: z.object({ assessmentId: z.string().nullable(), percent: z.string().nullable() }),
      past: z.object({ assessmentId: z.string().nullable() }).nullable(),
      percentThen: z.string().nullable(),
      difference: z.string().nullable(),
      cause: z.object({ criterionId: z.string() }).nullable(),
    }),
  ),
});

test('this year stands beside the year before with the figures of the command line, and each row leads to its assessments', async ({
  page,
  set,
  content,
  dataFolder,
}) => {
  fillTwoYears(dataFolder, content, 6);
  const args = ['--db', path.join(dataFolder, 'thuoc-so.sqlite'), '--period', '2026', '--above', '48'];
  const told = await runCommand('compare', ...args, '--json');
  expect(told.exitCode, told.stderr).toBe(0);
  const { units, rose, fell, stayed } = compared.parse(JSON.parse(told.stdout));
  const both = units.filter(({ difference }) => difference !== null);
  expect(both).toHaveLength(5);
  const host = await startBrowserHost(dataFolder);
  const dashboard = new DashboardPage(page, words);
  const table = page.getByRole('table', { name: words('dashboard:change.units'), exact: true });
  const order = page.getByRole('combobox', { name: words('dashboard:change.order') });
  const differences = () =>
    table.locator('tr[data-unit]').evaluateAll((rows) => rows.map((row) => row.dataset['unit']));
  try {
    await new HomePage(page).open(host);
    await dashboard.open();
    await dashboard.part('change').click();
    const past = 'năm 2025';
    const first = words('dashboard:change.rose', { rose: String(rose), units: '93', past });
    await expect(page.getByText(first)).toBeVisible();
    await expect(
      page.getByText(words('dashboard:change.fell', { fell: String(fell), stayed: String(stayed) })),
    ).toBeVisible();

    await test.step('every unit with its figures, the one that rose most first', async () => {
      const bounds = boundsOfSet(set, 'points');
      const percent = (text: string | null) =>
        formatPercent(text === null ? null : new Fraction(text), 'vi', bounds);
      for (const { unit, now, percentThen, difference } of both) {
        const row = dashboard.row(unit.code);
        await expect(row).toContainText(unit.name);
        await expect(row).toContainText(percent(percentThen));
        await expect(row).toContainText(percent(now.percent));
        await expect(row).toContainText(formatDifference(new Fraction(difference ?? '0'), 'vi'));
      }
      const sorted = both.toSorted((a, b) => new Fraction(b.difference!).compare(a.difference!));
      expect((await differences()).slice(0, 5)).toEqual(sorted.map(({ unit }) => unit.code));
      await order.selectOption('fell');
      expect((await differences()).slice(0, 5)).toEqual(sorted.toReversed().map(({ unit }) => unit.code));
      const late = units.find(({ now, percentThen }) => now.percent !== null && percentThen === null);
      await expect(dashboard.row(late?.unit.code ?? '')).toContainText(
        words('dashboard:change.withoutThen', { period: past }),
      );
    });

    await test.step('a criterion opens to its units by keyboard', async () => {
      const opener = page.locator('tr[data-criterion] button').first();
      await opener.focus();
      await page.keyboard.press('Enter');
      await expect(opener).toHaveAttribute('aria-expanded', 'true');
      await expect(page.getByRole('list', { name: words('dashboard:criteria.units') })).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
    });

    await test.step('a row leads to both assessments and to the criterion that did most', async () => {
      const [one] = both;
      const row = dashboard.row(one?.unit.code ?? '');
      const targets = [
        `/assessments/${one?.now.assessmentId ?? ''}/overview`,
        `/assessments/${one?.past?.assessmentId ?? ''}/overview`,
        ...(one?.cause ? [`/assessments/${one.now.assessmentId ?? ''}/${one.cause.criterionId}`] : []),
      ];
      for (const target of targets) {
        await row.locator(`a[href$="${target}"]`).click();
        await expect(page).toHaveURL(new RegExp(`#${target}$`, 'u'));
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.goBack();
        await row.waitFor();
      }
    });

    await test.step('another score has no figures to compare yet, and says so', async () => {
      await dashboard.chooseBasis('final');
      await expect(dashboard.row(both[0]?.unit.code ?? '')).toContainText(
        words('dashboard:change.withoutNow'),
      );
    });
  } finally {
    await host.kill();
  }
});

test('whose results go back is chosen among the units of the period that is shown', async ({
  page,
  content,
  dataFolder,
}) => {
  fillTwoYears(dataFolder, content, 2);
  const host = await startBrowserHost(dataFolder);
  const dashboard = new DashboardPage(page, words);
  const whose = page.getByRole('combobox', { name: words('dashboard:results.whose') });
  try {
    await new HomePage(page).open(host);
    await dashboard.open();
    await dashboard.part('results').click();
    await whose.selectOption({ index: 1 });
    await page.getByRole('combobox', { name: words('dashboard:choice.period') }).selectOption('2025');
    await expect(whose.getByRole('option')).toHaveCount(2);
    await expect(whose).toHaveValue('');
    const asked = page.waitForRequest('**/api/results.export');
    await page.getByRole('button', { name: words('dashboard:results.write') }).click();
    expect((await asked).postDataJSON()).toMatchObject({ period: '2025', assessmentId: null });
  } finally {
    await host.kill();
  }
});

test('a file of results goes into the outbox with the passphrase that it was written with', async ({
  page,
  content,
  dataFolder,
}) => {
  fillTwoYears(dataFolder, content, 2);
  const host = await startBrowserHost(dataFolder);
  const dashboard = new DashboardPage(page, words);
  const answer = (name: string, value: unknown) =>
    page.route(`**/api/${name}`, (route) => route.fulfill({ json: { ok: true, value } }));
  const written = { downloadId: 'd', fileName: 'ket-qua.thuocso', size: 1, units: [], withoutScores: [] };
  try {
    await answer('results.export', written);
    await answer('targets.list', [{ id: 't', name: 'USB' }]);
    await new HomePage(page).open(host);
    await dashboard.open();
    await dashboard.part('results').click();
    await page.getByRole('radio', { name: words('exporting:protection.passphrase'), exact: true }).check();
    for (const field of ['first', 'again'] as const) {
      await page
        .getByLabel(words(`exporting:passphrase.${field}`), { exact: true })
        .fill('mật khẩu thứ nhất');
    }
    await page.getByRole('button', { name: words('dashboard:results.write') }).click();
    const add = page.getByRole('button', { name: words('sync:add.to', { target: 'USB' }) });
    await add.waitFor();
    await page.getByRole('radio', { name: words('exporting:protection.none'), exact: true }).check();
    const asked = page.waitForRequest('**/api/outbox.add');
    await add.click();
    expect((await asked).postDataJSON()).toMatchObject({ downloadId: 'd', passphrase: 'mật khẩu thứ nhất' });
  } finally {
    await host.kill();
  }
});
