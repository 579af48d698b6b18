import { DeskPage } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { HomePage } from './homePage.ts';

test('after a restore no window writes what it had not saved into the restored data', async ({
  host,
  page,
  context,
  set,
}) => {
  const home = new HomePage(page);
  const desk = new DeskPage(page, set);
  await home.open(host);
  await home.create({ search: 'hai chau', unitName: 'Phường Hải Châu', year: '2026', set });
  const address = page.url();
  const backups = address.replace(/#.*/u, '#/backups');
  await desk.answer('1.6', true);
  await desk.waitUntilSaved();
  const maker = await context.newPage();
  await maker.goto(backups);
  await maker.getByRole('button', { name: desk.words('backups:list.create') }).click();
  await maker.getByText(desk.words('backups:list.created')).waitFor();
  await maker.close();

  const other = await context.newPage();
  const second = new DeskPage(other, set);
  await other.goto(address);
  await second.waitUntilShown();
  await context.route('**/api/answers.record', (route) => route.abort());
  const failed = desk.words('app:saving.tryNow');
  await second.answer('1.4', '24');
  await expect(other.getByRole('button', { name: failed }).first()).toBeVisible();
  await desk.answerHere('1.6', false);
  await expect(page.getByRole('button', { name: failed }).first()).toBeVisible();
  await desk.goTo('1.5');
  await desk.figure('1.5').fill('1x');
  const banner = page.getByRole('banner');
  await banner.getByRole('link', { name: desk.words('app:settings') }).click();
  await page.getByRole('link', { name: desk.words('settings:data.backups') }).click();
  const [restore] = desk.words('backups:list.restoreOf', { moment: '|' }).split('|');
  await page.getByRole('button', { name: restore ?? '' }).click();
  await page.getByRole('button', { name: desk.words('backups:confirm.yes') }).click();
  const [done] = desk.words('backups:restored', { moment: '|' }).split('|');
  await expect(page.getByRole('status').filter({ hasText: done?.trim() ?? '' })).toBeVisible();

  await context.unroute('**/api/answers.record');
  // Longer than the pause after the failures so far.
  await page.waitForTimeout(8000);
  await second.goTo('1.4');
  await expect(second.figure('1.4')).toHaveValue('');
  await banner.getByRole('link', { name: desk.words('app:productName') }).click();
  await page.getByRole('link', { name: 'Phường Hải Châu' }).click();
  await desk.goTo('1.5');
  await expect(desk.figure('1.5')).toHaveValue('');
  await desk.goTo('1.6');
  await expect(desk.pane.getByRole('radio').first()).toBeChecked();
  await desk.goTo('1.4');
  await expect(desk.figure('1.4')).toHaveValue('');
});
