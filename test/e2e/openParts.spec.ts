import { DeskPage } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { HomePage } from './homePage.ts';

test('an open history follows the edits, and an open head what is undone', async ({ host, page, set }) => {
  const home = new HomePage(page);
  const desk = new DeskPage(page, set);
  await home.open(host);
  await home.create({ search: 'hai chau', unitName: 'Phường Hải Châu', year: '2026', set });
  await desk.answer('1.4', '24');
  await desk.waitUntilSaved();
  await desk.pane.getByText(desk.words('desk:history.title')).click();
  const entries = desk.pane.getByRole('group').getByRole('listitem');
  await expect(entries).toHaveCount(1);
  await desk.figure('1.4').fill('15');
  await expect(entries).toHaveCount(2);
  await expect(entries.first()).toContainText('15');

  await page.getByRole('button', { name: desk.words('desk:header.title') }).click();
  const head = page.getByRole('dialog');
  const population = head.getByLabel(desk.words('desk:header.population'));
  await population.fill('50000');
  await population.blur();
  await expect(head.getByRole('status')).toContainText(':');
  await head.getByRole('button', { name: desk.words('app:close') }).focus();
  await page.keyboard.press('Control+z');
  await expect(population).toHaveValue('');
});
