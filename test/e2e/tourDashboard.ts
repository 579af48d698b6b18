import type { Page } from '@playwright/test';
import type { Translate } from '../../electron/backend/translate.ts';

type Stop = (where: string) => Promise<void>;

const parts = ['ranking', 'change', 'groups', 'criteria', 'gaps', 'reports', 'results'] as const;

/** Says who works here without the form, then shows the list anew. */
export async function workAs(
  page: Page,
  role: 'commune' | 'aggregator' | 'city',
  unitCode: string,
): Promise<void> {
  await page.evaluate(
    async (profile) => {
      location.hash = '#/settings';
      await fetch('/api/profile.save', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...profile, header: {} }),
      });
    },
    { role, unitCode },
  );
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => (location.hash = '#/'));
}

/** Every part of the page that shows all units, with what opens in them. */
export async function visitDashboard(page: Page, words: Translate, stop: Stop): Promise<void> {
  await page.evaluate(() => (location.hash = '#/dashboard'));
  const links = page.getByRole('navigation', { name: words('dashboard:parts.label') });
  await links.waitFor();
  await page.getByText(words('dashboard:trend.lead')).waitFor();
  await page.getByText(words('dashboard:targets.sources')).click();
  await stop('results of all units');
  for (const part of parts) {
    await links.getByRole('link', { name: words(`dashboard:parts.${part}`) }).click();
    await links.locator(`[aria-current=page]`, { hasText: words(`dashboard:parts.${part}`) }).waitFor();
    if (part === 'criteria') {
      await page.locator('ol button').first().click();
      await page.getByRole('list', { name: words('dashboard:criteria.units') }).waitFor();
    }
    await stop(`results of all units, ${part}`);
  }
  await visitResults(page, words, stop);
  await links.getByRole('link', { name: words('dashboard:parts.reports') }).click();
  await page.getByRole('button', { name: words('dashboard:reports.json') }).click();
  await page.getByRole('link', { name: words('dashboard:reports.save') }).waitFor();
  await stop('results of all units, a report made');
  const cards = page.getByRole('region', { name: words('dashboard:cards.title') });
  await cards.getByRole('button').click();
  await cards.getByRole('link', { name: words('dashboard:cards.save') }).waitFor({ timeout: 120_000 });
  await stop('scorecards of all units');
  await visitComparison(page, words, stop);
}

/** From the part that gives results back. */
async function visitResults(page: Page, words: Translate, stop: Stop): Promise<void> {
  const write = page.getByRole('button', { name: words('dashboard:results.write') });
  await page.getByRole('radio', { name: words('exporting:protection.passphrase') }).check();
  await write.click();
  await stop('results to give back, without a passphrase');
  await page.getByRole('radio', { name: words('exporting:protection.none') }).check();
  await write.click();
  await page.getByRole('link', { name: words('dashboard:results.save') }).waitFor();
  await stop('results to give back, written');
}

async function visitComparison(page: Page, words: Translate, stop: Stop): Promise<void> {
  await page.evaluate(() => (location.hash = '#/dashboard/ranking'));
  const boxes = page.locator('tr[data-unit] input[type=checkbox]:not([disabled])');
  await boxes.first().waitFor();
  if ((await boxes.count()) < 2) return;
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole('button', { name: words('dashboard:comparison.show'), exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await stop('units side by side');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
