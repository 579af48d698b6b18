import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { createTranslate } from '../../electron/backend/translate.ts';
import { expect, test } from './fixtures.ts';
import { HomePage } from './homePage.ts';
import { ImportPage } from './importPage.ts';

const words = createTranslate('vi');

test('a folder let go over the window hands over the packages in it and in its folders', async ({
  page,
  host,
  dataFolder,
  packages,
}) => {
  const folder = path.join(dataFolder, 'Thư đã nhận');
  packages.files.forEach((file, index) => {
    // As mail programs leave them: in folders of folders, with other things between.
    const inside = path.join(folder, `Tuần ${String(index)}`, 'đính kèm');
    mkdirSync(inside, { recursive: true });
    cpSync(file, path.join(inside, path.basename(file)));
    writeFileSync(path.join(inside, 'công văn.txt'), 'Kính gửi');
  });
  await new HomePage(page).open(host);
  const imports = new ImportPage(page, words);
  await imports.open();

  await dropFiles(page, [folder]);

  for (const file of packages.files) await expect(imports.row(path.basename(file))).toBeVisible();
  await expect(page.getByText('công văn.txt')).toHaveCount(0);
});

/** The browser's own drag and drop with real files: what a file manager would start. */
async function dropFiles(page: Page, files: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  }
  await session.detach();
}
