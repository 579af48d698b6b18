import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { createTranslate } from '../../electron/backend/translate.ts';
import { writeDemo } from '../../electron/hosts/cli/demo/writeDemo.ts';
import { HomePage } from '../e2e/homePage.ts';
import { ImportPage } from '../e2e/importPage.ts';
import { workAs } from '../e2e/tourDashboard.ts';
import { startBrowserHost } from '../helpers/browserHost.ts';
import { readContent } from '../helpers/content.ts';
import { valueOf } from '../helpers/valueOf.ts';

const words = createTranslate('vi');
/** Phường Hải Vân, the first unit of every demo. */
const unitCode = '20194';
/** Criterion 1.5, whose points were adjusted. */
const adjustedId = 'px-005';

/** Pictures of the unit that gets its receipt and its result back. */
export async function takeReturned(
  page: Page,
  pictures: string,
  folder: string,
  back: readonly string[],
): Promise<void> {
  const take = (name: string): Promise<unknown> =>
    page.screenshot({ path: path.join(pictures, `${name}.png`) });
  const own = path.join(folder, 'own');
  const data = path.join(folder, 'data');
  mkdirSync(data);
  valueOf(await writeDemo(readContent(), { folder: own, units: 1, seed: 'thuoc-so' }));
  const sent = readdirSync(own).filter((name) => name.endsWith('.thuocso'));
  const host = await startBrowserHost(data);
  try {
    await new HomePage(page).open(host);
    await workAs(page, 'commune', unitCode);
    const imports = new ImportPage(page, words);
    for (const files of [sent.map((name) => path.join(own, name)), back]) {
      await imports.open();
      await page.reload();
      await imports.check('files', ...files);
      await imports.commit();
    }
    await page.goto(new URL('#/', page.url()).href);
    await page.getByRole('article').first().waitFor();
    await take('returned');
    const address = await page
      .getByRole('article')
      .getByRole('heading')
      .getByRole('link')
      .getAttribute('href');
    await page.goto(new URL(`${address ?? ''}/${adjustedId}`, page.url()).href);
    await page.getByRole('region', { name: words('results:title.appraised') }).waitFor();
    await page.getByText(words('appraisal:judged.appraised.adjusted', { points: '0,25' })).waitFor();
    const points = page.getByRole('status', { name: words('desk:result.pointsOfCriterion') });
    await points.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await take('result');
  } finally {
    await host.kill();
  }
}
