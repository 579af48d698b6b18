import type { Locator } from '@playwright/test';
import { startBrowserHost } from '../helpers/browserHost.ts';
import { DeskPage } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { HomePage } from './homePage.ts';
import { SigningPage } from './signingPage.ts';

test('typing into a dead backend is not called saved, is kept, and is saved once it is back', async ({
  host,
  page,
  set,
  dataFolder,
}) => {
  const desk = new DeskPage(page, set);
  const home = new HomePage(page);
  await home.open(host);
  await home.create({ search: 'hai chau', unitName: 'Phường Hải Châu', year: '2026', set });
  await desk.answer('1.4', '12');
  await desk.waitUntilSaved();

  await host.kill();
  await desk.figure('1.4').fill('24');
  const failed = page.getByRole('button', { name: desk.words('app:saving.tryNow') }).first();
  await expect(failed).toBeVisible();
  await expect(desk.savedLine).toHaveCount(0);
  await expect(desk.figure('1.4')).toHaveValue('24');

  const restarted = await startBrowserHost(dataFolder, '--port', String(host.port));
  try {
    await desk.waitUntilSaved();
    await page.reload();
    await desk.goTo('1.4');
    await expect(desk.figure('1.4')).toHaveValue('24');
  } finally {
    await restarted.kill();
  }
});

test('what could not be saved when the desk was left is there on coming back, and yields to what is chosen then', async ({
  host,
  page,
  set,
}) => {
  const home = new HomePage(page);
  const desk = new DeskPage(page, set);
  await home.open(host);
  await home.create({ search: 'hai chau', unitName: 'Phường Hải Châu', year: '2026', set });
  await page.route('**/api/answers.record', (route) => route.abort());
  await desk.answer('1.6', true);
  await expect(page.getByRole('button', { name: desk.words('app:saving.tryNow') }).first()).toBeVisible();
  await page
    .getByRole('banner')
    .getByRole('link', { name: home.words('app:productName') })
    .click();
  await page.getByRole('link', { name: 'Phường Hải Châu' }).click();
  await desk.goTo('1.6');
  await expect(desk.pane.getByRole('radio').first()).toBeChecked();

  const sent: string[] = [];
  await page.unroute('**/api/answers.record');
  page.on('request', (request) => {
    if (request.url().includes('answers.record')) sent.push(request.postData() ?? '');
  });
  await desk.answerHere('1.6', false);
  await desk.waitUntilSaved();
  // Longer than the pause after the failures so far.
  await page.waitForTimeout(8000);
  expect(sent.filter((body) => body.includes('true'))).toEqual([]);
  await page.reload();
  await desk.goTo('1.6');
  await expect(desk.pane.getByRole('radio').nth(1)).toBeChecked();
});

test('a head that could not be saved is not called saved once it is closed', async ({ host, page, set }) => {
  const home = new HomePage(page);
  const desk = new DeskPage(page, set);
  await home.open(host);
  await home.create({ search: 'hai chau', unitName: 'Phường Hải Châu', year: '2026', set });
  await desk.answer('1.6', true);
  await desk.waitUntilSaved();
  await page.route('**/api/header.record', (route) => route.abort());
  await page.getByRole('button', { name: desk.words('desk:header.title') }).click();
  await page.getByRole('dialog').getByLabel(desk.words('desk:header.population')).fill('50000');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const again = page.getByRole('button', { name: desk.words('app:saving.tryNow') });
  await expect(again).toBeVisible();
  await expect(desk.savedLine).toHaveCount(0);
  await page.unroute('**/api/header.record');
  await again.click();
  await desk.waitUntilSaved();
});

test('what is not saved is neither signed nor printed nor exported, and is once it is saved', async ({
  host,
  page,
  set,
}) => {
  const home = new HomePage(page);
  const desk = new DeskPage(page, set);
  const signing = new SigningPage(page);
  await home.open(host);
  await home.create({ search: 'hai chau', unitName: 'Phường Hải Châu', year: '2026', set });
  const made: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/api\/(?:scorecard|packages|signing)/u.test(pathname)) made.push(pathname);
  });
  await page.route('**/api/answers.record', (route) => route.abort());
  await desk.answer('1.6', true);
  const refusal = page
    .getByRole('alert')
    .getByText(desk.words('errors:answers-unsaved', { criteria: '1.6' }));
  const button = (name: string): Locator => page.getByRole('button', { name });

  await button(desk.words('signing:title')).click();
  await expect(refusal).toHaveCount(1);
  await button(desk.words('desk:print.button')).click();
  await expect(refusal).toHaveCount(2);
  const dialog = page.getByRole('dialog');
  await button(desk.words('exporting:open')).click();
  await dialog.getByRole('button', { name: desk.words('exporting:write'), exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('1.6');
  await page.keyboard.press('Escape');
  // From the home screen, too: the desk was left with it.
  await page
    .getByRole('banner')
    .getByRole('link', { name: desk.words('app:productName') })
    .click();
  await page.getByRole('link', { name: desk.words('home:card.sign'), exact: true }).click();
  await signing.sign({ name: 'Trần Văn Mẫu', title: 'Chủ tịch', place: 'Hải Châu' });
  await expect(refusal).toBeVisible();
  expect(made).toEqual([]);

  await page.unroute('**/api/answers.record');
  await signing.backToDesk();
  await desk.goTo('1.6');
  await expect(desk.pane.getByRole('radio').first()).toBeChecked();
  await desk.waitUntilSaved();
  const downloading = page.waitForEvent('download');
  await button(desk.words('desk:print.button')).click();
  await downloading;
});

test('a list that cannot be loaded says so and recovers', async ({ host, page, set, dataFolder }) => {
  const home = new HomePage(page);
  await home.open(host);
  await home.create({ search: 'hai chau', unitName: 'Phường Hải Châu', year: '2026', set });
  await host.kill();
  await page
    .getByRole('banner')
    .getByRole('link', { name: home.words('app:productName') })
    .click();
  await expect(page.getByRole('alert')).toContainText(home.words('errors:backend-unreachable'));
  const restarted = await startBrowserHost(dataFolder, '--port', String(host.port));
  try {
    await page.getByRole('button', { name: home.words('app:retry') }).click();
    await expect(page.getByRole('link', { name: 'Phường Hải Châu' })).toBeVisible();
  } finally {
    await restarted.kill();
  }
});
