import path from 'node:path';
import type { Page } from '@playwright/test';
import { createTranslate } from '../../electron/backend/translate.ts';

const words = createTranslate('vi');
const place = { name: 'USB của phòng', address: '/media/USB/ThuocSo' } as const;

/** A picture of the outbox with a file that waits for the officer to send it. */
export async function takeSending(page: Page, pictures: string): Promise<void> {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await page.goto(`${new URL(page.url()).origin}/#/sync`);
  await button(words('sync:targets.add')).click();
  await page.getByRole('radio', { name: words('sync:form.kinds.folder') }).check();
  await page.getByRole('textbox', { name: words('sync:form.name') }).fill(place.name);
  await page.getByRole('textbox', { name: words('sync:form.address.folder') }).fill(place.address);
  await button(words('sync:form.save')).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.goto(`${new URL(page.url()).origin}/#/`);
  await page
    .getByRole('button', { name: words('home:card.export') })
    .first()
    .click();
  await button(words('exporting:write')).click();
  await button(words('sync:add.to', { target: place.name })).click();
  await page.getByText(words('sync:add.done', { target: place.name })).waitFor();
  await page.goto(`${new URL(page.url()).origin}/#/sync`);
  await page.reload();
  await page.getByText(words('sync:outbox.states.waiting')).waitFor();
  await page.screenshot({ path: path.join(pictures, 'sending.png') });
}
