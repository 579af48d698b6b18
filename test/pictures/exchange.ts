import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { createTranslate } from '../../electron/backend/translate.ts';
import { writeDemo } from '../../electron/hosts/cli/demo/writeDemo.ts';
import { ConflictsPage } from '../e2e/conflictsPage.ts';
import { ImportPage } from '../e2e/importPage.ts';
import { readContent } from '../helpers/content.ts';
import { valueOf } from '../helpers/valueOf.ts';

const words = createTranslate('vi');

/** Pictures of files that go out and come in, with the packages of some units in the app's demo. */
export async function takeExchange(page: Page, pictures: string): Promise<void> {
  const take = (name: string): Promise<unknown> =>
    page.screenshot({ path: path.join(pictures, `${name}.png`) });
  const open = async (place: string): Promise<void> => {
    await page.goto(new URL(`#${place}`, page.url()).href);
  };
  await open('/');
  await page
    .getByRole('button', { name: words('home:card.export') })
    .first()
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('exporting:write') })
    .click();
  await page.getByText(words('exporting:written.verified')).waitFor();
  await take('exporting');
  await page.keyboard.press('Escape');

  const sent = mkdtempSync(path.join(os.tmpdir(), 'thuoc-so-sent-'));
  try {
    valueOf(await writeDemo(readContent(), { folder: sent, units: 24, seed: 'thuoc-so' }));
    const imports = new ImportPage(page, words);
    await imports.open();
    await imports.check('folder', sent);
    // Some of every verdict.
    const search = page.getByRole('searchbox', { name: words('imports:list.search') });
    await search.fill('khe');
    await page.getByRole('button', { name: words('imports:list.column.verdict') }).click();
    await take('imports');
    await search.fill('');
    await imports.commit();
    await take('imported');
  } finally {
    rmSync(sent, { recursive: true });
  }
  const conflicts = new ConflictsPage(page, words);
  await open('/conflicts');
  await conflicts.waitUntilShown();
  await scrollTo(page.getByRole('heading', { level: 3 }).first());
  await take('conflicts');
  await conflicts.askLineage(page.getByRole('main'));
  await take('lineage');
  await page.keyboard.press('Escape');
  await open('/settings');
  await scrollTo(page.getByRole('heading', { name: words('settings:keys.title') }));
  await take('keys');
}

async function scrollTo(place: Locator): Promise<void> {
  await place.evaluate((element) => element.scrollIntoView({ block: 'start' }));
}
