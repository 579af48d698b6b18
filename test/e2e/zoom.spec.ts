import type { Page } from '@playwright/test';
import { DeskPage } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { HomePage } from './homePage.ts';
import { workAs } from './tourDashboard.ts';

// 200 % zoom of a 1366 × 768 screen (WCAG 1.4.10).
test.use({ viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 });

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content).toBeLessThanOrEqual(window ?? 0);
}

test('at 200 % zoom an assessment is created and answered without scrolling sideways', async ({
  host,
  page,
  set,
}) => {
  const home = new HomePage(page);
  await home.open(host);
  await expectNoSidewaysScroll(page);
  await home.create({ search: 'hai chau', unitName: 'Phường Hải Châu', year: '2026', set });
  const desk = new DeskPage(page, set);
  desk.expectCurrent('1.1');
  await desk.pane.waitFor();
  await expectNoSidewaysScroll(page);
  await page.keyboard.press('Alt+ArrowDown');
  desk.expectCurrent('1.2');
  await desk.pane.getByRole('checkbox').first().check();
  await desk.waitUntilSaved();
  await expectNoSidewaysScroll(page);

  await workAs(page, 'aggregator', '48');
  await page.evaluate(() => (location.hash = '#/dashboard/groups'));
  await page.getByRole('table').first().waitFor();
  await expectNoSidewaysScroll(page);
});
