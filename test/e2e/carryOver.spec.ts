import path from 'node:path';
import { createTranslate } from '../../electron/backend/translate.ts';
import { startBrowserHost } from '../helpers/browserHost.ts';
import { nextSetVersion } from '../helpers/nextSetVersion.ts';
import { writeSetPackage } from '../helpers/setPackage.ts';
import { expect, test } from './fixtures.ts';
import { HomePage } from './homePage.ts';
import { ImportPage } from './importPage.ts';

const words = createTranslate('vi');

test('a newer version of the set arrives as a file, and an assessment is carried over to it after a preview', async ({
  page,
  set,
  dataFolder,
}) => {
  const file = path.join(dataFolder, 'bo-tieu-chi.thuocso');
  const host = await startBrowserHost(dataFolder, '--demo');
  try {
    await writeSetPackage(file, nextSetVersion(set));
    await new HomePage(page).open(host);
    const imports = new ImportPage(page, words);
    await imports.open();
    await imports.check('files', file);
    await imports.expectVerdict(path.basename(file), 'new');
    await imports.commit();

    await page.goto(new URL('#/', page.url()).href);
    const card = page.getByRole('article').filter({ hasText: 'Phường Hải Châu' });
    await card.getByRole('link', { name: words('home:card.newerVersion', { version: '1.1.0' }) }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('home:carryOver.title'));
    const row = (text: string) => page.getByRole('row').filter({ hasText: text });
    await expect(row('1.902')).toContainText(words('home:carryOver.kind.split'));
    await expect(row('2.904')).toContainText(words('home:carryOver.kind.merged'));
    await expect(row('2.3')).toContainText(words('home:carryOver.removedAnswered'));
    await page.screenshot({ path: path.join(test.info().outputDir, 'carry-over.png') });

    await page.getByRole('button', { name: words('home:carryOver.start', { version: '1.1.0' }) }).click();
    await page.waitForURL(/#\/assessments\/[^/]+$/u);
    // What was answered there is offered here, and counts for nothing until it is confirmed.
    await expect(page.getByText(words('desk:suggestions.atCriterion'))).toBeVisible();
    await page.goto(new URL('#/', page.url()).href);
    await expect(page.getByRole('article').filter({ hasText: 'Phường Hải Châu' })).toHaveCount(2);
  } finally {
    await host.stop();
  }
});
