import type { Page } from '@playwright/test';
import { createTranslate } from '../../electron/backend/translate.ts';
import { startBrowserHost, type BrowserHost } from '../helpers/browserHost.ts';
import { faultsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { visitEmptyScreens, visitEveryScreen } from './tour.ts';

// Axe looks at more than fifty screens in each of the long ones.
test.setTimeout(900_000);

// Colours do not depend on the language, nor names and lengths of words on the colours: each stands here at least once.
const looks = [
  { language: 'en', appearance: 'light' },
  { language: 'vi', appearance: 'dark' },
  { language: 'vi', appearance: 'contrast' },
] as const;

type Appearance = (typeof looks)[number]['appearance'];

/** Through the settings, as somebody chooses it; it is kept for the screens that follow. */
async function chooseAppearance(page: Page, host: BrowserHost, appearance: Appearance): Promise<void> {
  await page.goto(host.address());
  await page.evaluate(() => (location.hash = '#/settings'));
  await page.locator(`input[type=radio][value=${appearance}]`).check();
}

for (const { language, appearance } of looks) {
  test(`axe finds nothing on any screen: ${language}, ${appearance}`, async ({
    page,
    set,
    packages,
    dataFolder,
  }) => {
    const host = await startBrowserHost(dataFolder, '--demo', '--lang', language);
    try {
      await chooseAppearance(page, host, appearance);
      const faults = new Map<string, string>();
      try {
        const tour = { page, host, set, language, packages: packages.files };
        await visitEveryScreen(tour, async (where) => {
          // What is wrong on one screen is often wrong on all; where it was seen first is enough.
          for (const fault of await faultsOf(page)) faults.set(fault, faults.get(fault) ?? where);
        });
      } finally {
        expect.soft([...faults].map(([fault, where]) => `${where}: ${fault}`)).toEqual([]);
      }
    } finally {
      await host.kill();
    }
  });
}

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
