import type { Page } from '@playwright/test';
import { createTranslate } from '../../electron/backend/translate.ts';
import { startBrowserHost, type BrowserHost } from '../helpers/browserHost.ts';
import { faultsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { settle, visitEmptyScreens, visitEveryScreen } from './tour.ts';

// Axe looks three times at each of more than ninety screens: minutes, and many more on a busy machine.
test.setTimeout(1_500_000);

const appearances = ['dark', 'contrast', 'light'] as const;
type Appearance = (typeof appearances)[number];

/** What the settings do to the page when somebody chooses an appearance. The last one is worn then. */
async function tryAppearances(page: Page, host: BrowserHost): Promise<ReadonlyMap<Appearance, object>> {
  await page.goto(host.address());
  await page.evaluate(() => (location.hash = '#/settings'));
  const worn = new Map<Appearance, object>();
  for (const appearance of appearances) {
    await page.locator(`input[type=radio][value=${appearance}]`).check();
    worn.set(
      appearance,
      await page.evaluate(() => Object.fromEntries(Object.entries(document.documentElement.dataset))),
    );
  }
  expect(new Set([...worn.values()].map((marks) => JSON.stringify(marks))).size).toBe(appearances.length);
  return worn;
}

test('axe finds nothing on any screen, in whatever colours', async ({ page, set, packages, dataFolder }) => {
  const host = await startBrowserHost(dataFolder, '--demo', '--lang', 'vi');
  const faults = new Map<string, string>();
  try {
    const worn = await tryAppearances(page, host);
    const tour = { page, host, set, language: 'vi' as const, packages: packages.files };
    await visitEveryScreen(tour, async (where) => {
      for (const [appearance, marks] of worn) {
        await page.evaluate((given) => Object.assign(document.documentElement.dataset, given), marks);
        await settle(page);
        // Names, roles and sizes do not depend on colours.
        const found = await faultsOf(page, appearance === 'light' ? 'all' : 'colours');
        // What is wrong on one screen is often wrong on all; where it was seen first is enough.
        for (const fault of found) faults.set(fault, faults.get(fault) ?? `${where}, ${appearance}`);
      }
    });
  } finally {
    await host.kill();
    expect.soft([...faults].map(([fault, where]) => `${where}: ${fault}`)).toEqual([]);
  }
});

for (const language of ['vi', 'en'] as const) {
  test(`axe finds nothing on the first run, an empty home screen and without a backend: ${language}`, async ({
    page,
    dataFolder,
  }) => {
    const host = await startBrowserHost(dataFolder, '--lang', language);
    await visitEmptyScreens({ page, host, words: createTranslate(language) }, async (where) => {
      expect.soft(await faultsOf(page), where).toEqual([]);
    });
    await host.kill();
    await page.evaluate(() => (location.hash = '#/assessments/none'));
    await page.getByRole('alert').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });
}
