import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

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
