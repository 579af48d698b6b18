import type { Locator } from '@playwright/test';
import { DeskPage } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { HomePage } from './homePage.ts';
import { SigningPage } from './signingPage.ts';

test('two windows on one form lose nothing: each keeps its own fields, the later one wins, history has both', async ({
  host,
  page,
  context,
  set,
}) => {
  const home = new HomePage(page);
  await home.open(host);
  await home.create({ search: 'hai chau', unitName: 'Phường Hải Châu', year: '2026', set });
  const first = new DeskPage(page, set);
  const other = await context.newPage();
  await other.goto(page.url());
  const second = new DeskPage(other, set);
  await second.waitUntilShown();

  await first.answer('1.4', '24');
  await first.waitUntilSaved();
  // The second window was opened before and has not seen that.
  await second.answer('1.6', true);
  await second.waitUntilSaved();
  await first.answer('1.5', '1');
  await first.waitUntilSaved();
  await second.answer('1.4', '15');
  await second.waitUntilSaved();

  await page.reload();
  await first.goTo('1.6');
  await expect(first.pane.getByRole('radio').first()).toBeChecked();
  await first.goTo('1.5');
  await expect(first.figure('1.5')).toHaveValue('1');
  await first.goTo('1.4');
  await expect(first.figure('1.4')).toHaveValue('15');
  await first.pane.getByText(first.words('desk:history.title')).click();
  const entries = first.pane.getByRole('group').getByRole('listitem');
  await expect(entries.first()).toContainText('15');
  await expect(entries.last()).toContainText('24');
});

test('what another window changed after the check was read is not signed before it has been shown', async ({
  host,
  page,
  context,
  set,
}) => {
  const home = new HomePage(page);
  const signing = new SigningPage(page);
  await home.open(host);
  await home.create({ search: 'hai chau', unitName: 'Phường Hải Châu', year: '2026', set });
  const other = await context.newPage();
  await other.goto(page.url());
  const second = new DeskPage(other, set);
  await second.waitUntilShown();
  await signing.open();
  const open = (): Locator => page.getByRole('link', { name: set.groups[0]?.criteria[5]?.name.vi ?? '' });
  const before = await open().count();
  await second.answer('1.6', true);
  await second.waitUntilSaved();

  await signing.sign({ name: 'Trần Văn Mẫu', title: 'Chủ tịch', place: 'Hải Châu' });
  await expect(page.getByRole('alert')).toContainText(home.words('errors:assessment-changed'));
  await expect(open()).not.toHaveCount(before);
  // The findings are others now, so whoever signs says so anew; who signs need not be typed again.
  await expect(page.getByRole('checkbox')).not.toBeChecked();
  await signing.sign({ name: 'Trần Văn Mẫu', title: 'Chủ tịch', place: 'Hải Châu' });
  await expect(signing.signedHeading(1)).toBeVisible();
});
