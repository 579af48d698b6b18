import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { startBrowserHost } from '../helpers/browserHost.ts';
import { expect, test } from './fixtures.ts';
import { HomePage } from './homePage.ts';
import { visitEveryScreen } from './tour.ts';

/** What axe finds, one line each: rule, place. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html}`),
  );
}

for (const language of ['vi', 'en'] as const) {
  test(`axe finds nothing on any screen: ${language}`, async ({ page, set, dataFolder }) => {
    const host = await startBrowserHost(dataFolder, '--demo', '--lang', language);
    try {
      await visitEveryScreen({ page, host, set, language }, async (where) => {
        expect.soft(await faultsOf(page), where).toEqual([]);
      });
    } finally {
      await host.kill();
    }
  });

  test(`axe finds nothing on the empty home screen and on one without a backend: ${language}`, async ({
    page,
    dataFolder,
  }) => {
    const host = await startBrowserHost(dataFolder, '--lang', language);
    const home = new HomePage(page, language);
    await home.open(host);
    await home.newButton.waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await host.kill();
    await page.evaluate(() => (location.hash = '#/assessments/none'));
    await page.getByRole('alert').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });
}
