import type { Page } from '@playwright/test';
import type { Translate } from '../../electron/backend/translate.ts';
import type { DeskPage } from './desk.ts';
import { SigningPage } from './signingPage.ts';

type Stop = (where: string) => Promise<void>;

/** From the desk: the sheet as a whole, its self-check, its signature and its recall. */
export async function visitSheet(desk: DeskPage, stop: Stop): Promise<void> {
  const { page, words } = desk;
  const signing = new SigningPage(page, words);
  await page.getByRole('button', { name: words('overview:title') }).click();
  await page.getByRole('heading', { level: 1, name: words('overview:title') }).waitFor();
  await stop('overview');
  await page.getByRole('link', { name: words('overview:backToDesk') }).click();
  // The tour has left a figure that may mean two things.
  await page.getByRole('button', { name: words('signing:title') }).click();
  await page.getByRole('alert').filter({ hasText: '2.4' }).waitFor();
  await stop('not signed while something is not saved');
  await desk.goTo('2.4');
  await desk.figure('2.4', 'denominator').fill('1234');
  await desk.figure('2.4', 'denominator').blur();
  await desk.waitUntilSaved();
  await signing.open();
  await stop('self-check');
  const [submit] = words('signing:form.submit', { revision: '|' }).split('|');
  await page.getByRole('button', { name: submit ?? '' }).click();
  await stop('self-check, signature incomplete');
  await signing.sign({ name: 'Trần Văn Mẫu', title: 'Chủ tịch', place: 'Hải Châu' });
  await signing.signedHeading(1).waitFor();
  await stop('signed');
  await page.getByRole('link', { name: words('signing:backToDesk') }).click();
  await desk.waitUntilShown();
  await stop('signed, on the desk');
  await signing.open();
  const [recall] = words('signing:recall.submit', { revision: '|' }).split('|');
  await page.getByRole('button', { name: recall ?? '' }).click();
  await stop('recall without a reason');
  await signing.recall(1, 'Bổ sung tài liệu kiểm chứng');
  await stop('recalled');
}

/** What stands beside the work: help, the short tour, settings, backups, the guide. */
export async function visitBeside(page: Page, words: Translate, stop: Stop): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('link', { name: words('app:settings') })
    .click();
  await page.getByRole('heading', { level: 1, name: words('settings:title') }).waitFor();
  await stop('settings');
  await page.getByRole('link', { name: words('settings:data.backups') }).click();
  await page.getByRole('button', { name: words('backups:list.create') }).click();
  await page.getByText(words('backups:list.created')).waitFor();
  await stop('backups');
  const [restore] = words('backups:list.restoreOf', { moment: '|' }).split('|');
  await page
    .getByRole('button', { name: restore ?? '' })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
  await stop('restore a backup?');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('F1');
  await page.getByRole('dialog').waitFor();
  await stop('help');
  await page.getByRole('button', { name: words('help:startTour') }).click();
  await page.getByRole('region', { name: words('help:tour.label') }).waitFor();
  await stop('the short tour');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await page.getByRole('link', { name: words('help:guide') }).click();
  await page.getByRole('heading', { level: 1, name: words('app:guide') }).waitFor();
}

/** An empty folder: who works here, what is missing, and the empty home screen. */
export async function visitFirstRun(page: Page, words: Translate, stop: Stop): Promise<void> {
  await page.getByRole('heading', { level: 1, name: words('settings:welcome.title') }).waitFor();
  await stop('first run');
  await page.getByRole('button', { name: words('settings:welcome.submit') }).click();
  await stop('first run, unit missing');
  await page.getByRole('button', { name: words('settings:welcome.skip') }).click();
  await page.getByRole('heading', { level: 1, name: words('home:title') }).waitFor();
  await stop('empty home');
}
