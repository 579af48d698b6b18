import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { DeskPage } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { HomePage } from './homePage.ts';

/** The smallest picture there is: one pixel. */
const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==';

/** Sends a file as the screens do and answers with the address of what was kept. */
async function storeFile(page: Page, name: string, base64: string): Promise<string> {
  const sha256 = await page.evaluate(
    async ([fileName, content]) => {
      const reply = await fetch(`/files/evidence?name=${encodeURIComponent(fileName ?? '')}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: Uint8Array.from(atob(content ?? ''), (character) => character.codePointAt(0) ?? 0),
      });
      const result = (await reply.json()) as { value: { sha256: string } };
      return result.value.sha256;
    },
    [name, base64],
  );
  return `/files/evidence/${sha256}?name=${encodeURIComponent(name)}`;
}

/** Opens an address in a frame of the page, as a preview does. */
async function showInFrame(page: Page, address: string): Promise<void> {
  await page.evaluate((source) => {
    const frame = document.createElement('iframe');
    frame.src = source;
    document.body.append(frame);
  }, address);
}

test('a picture is shown in a frame that cannot reach the screens', async ({ host, page }) => {
  await page.goto(host.address());
  await showInFrame(page, await storeFile(page, 'Ảnh chụp.png', picture));
  const shown = page.frameLocator('iframe').locator('img');
  await expect(shown).toBeVisible();
  expect(await shown.evaluate(() => self.origin)).toBe('null');
});

test('a page dressed as a picture is saved under a harmless name and runs nothing', async ({
  host,
  page,
}) => {
  await page.goto(host.address());
  const dressed = Buffer.from('<script>parent.document.title = "chạy rồi"</script>').toString('base64');
  const address = await storeFile(page, 'Ảnh chụp.html', dressed);
  const [saved] = await Promise.all([page.waitForEvent('download'), showInFrame(page, address)]);
  expect(saved.suggestedFilename()).toBe('Ảnh chụp.html.bin');
  expect(await page.title()).not.toBe('chạy rồi');
});

test('files that arrive after the officer has gone on join the documents that stand there', async ({
  host,
  page,
  set,
  dataFolder,
}) => {
  const home = new HomePage(page);
  const desk = new DeskPage(page, set);
  await home.open(host);
  await home.create({ search: 'hai chau', unitName: 'Phường Hải Châu', year: '2026', set });
  await desk.addDocument('1.4', { number: '12/KH-UBND', date: '05/03/2026', title: 'Kế hoạch' });
  await desk.addDocumentHere({ number: '13/BC-UBND', date: '05/03/2026', title: 'Báo cáo' });
  let letThrough = (): void => {};
  const isHeld = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route('**/files/evidence?*', async (route) => {
    await isHeld;
    await route.continue();
  });
  const names = ['bao-cao.txt', 'phu-luc-1.txt', 'anh-chup.txt'];
  const files = names.map((name) => path.join(dataFolder, name));
  for (const file of files) writeFileSync(file, path.basename(file).slice(0, 3));
  // The card is still free when the second file is put on it.
  await desk.attachFile(2, files[0] ?? '');
  await desk.attachFile(2, files[1] ?? '');
  const choosing = page.waitForEvent('filechooser');
  await desk.pane.getByRole('button', { name: desk.words('desk:files.addFromFiles'), exact: true }).click();
  await (await choosing).setFiles(files[2] ?? '');
  await desk.goTo('1.5');
  const recorded = names.map((name) =>
    page.waitForResponse((response) => response.request().postData()?.includes(name) ?? false),
  );
  letThrough();
  await Promise.all(recorded);
  await desk.waitUntilSaved();

  await page.reload();
  await desk.goTo('1.4');
  await expect(desk.documents).toHaveCount(4);
  const number = desk.words('desk:evidence.number');
  await expect(desk.document(1).getByLabel(number)).toHaveValue('12/KH-UBND');
  await expect(desk.document(2).getByLabel(number)).toHaveValue('13/BC-UBND');
  for (const name of names) {
    await expect(desk.pane.getByRole('button', { name, exact: true })).toHaveCount(1);
  }
});

test('a file that arrives after the officer left the form and came back is not lost to the next edit', async ({
  host,
  page,
  set,
  dataFolder,
}) => {
  const home = new HomePage(page);
  const desk = new DeskPage(page, set);
  await home.open(host);
  await home.create({ search: 'hai chau', unitName: 'Phường Hải Châu', year: '2026', set });
  await desk.addDocument('1.4', { number: '12/KH-UBND', date: '05/03/2026', title: 'Kế hoạch' });
  await desk.waitUntilSaved();
  let letThrough = (): void => {};
  const isHeld = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route('**/files/evidence?*', async (route) => {
    await isHeld;
    await route.continue();
  });
  const file = path.join(dataFolder, 'bao-cao.txt');
  writeFileSync(file, 'bao');
  await desk.attachFile(1, file);
  await page.evaluate(() => (location.hash = '#/'));
  await page.getByRole('link', { name: 'Phường Hải Châu' }).click();
  await desk.waitUntilShown();
  await desk.goTo('1.5');
  const recorded = page.waitForResponse(
    (response) => response.request().postData()?.includes('bao-cao') ?? false,
  );
  letThrough();
  await recorded;
  await desk.goTo('1.4');
  await expect(desk.pane.getByText('bao-cao.txt')).toBeVisible();
  await desk.document(1).getByLabel(desk.words('desk:evidence.number')).fill('13/KH-UBND');
  await desk.waitUntilSaved();

  await page.reload();
  await desk.goTo('1.4');
  await expect(desk.document(1).getByLabel(desk.words('desk:evidence.number'))).toHaveValue('13/KH-UBND');
  await expect(desk.pane.getByText('bao-cao.txt')).toBeVisible();
});
