import type { Page } from '@playwright/test';
import type { Translate } from '../../electron/backend/translate.ts';
import { AppraisalPage } from './appraisalPage.ts';

type Stop = (where: string) => Promise<void>;

/** Any text that is data wherever it stands. */
const reason = 'Phường Hải Châu';

/** The level above at work: home, the appraisal desk with every kind of decision, what goes back, the chase board. */
export async function visitAppraisal(page: Page, words: Translate, stop: Stop): Promise<void> {
  const desk = new AppraisalPage(page, words);
  await becomeAggregator(page, words);
  await stop('home of the level above');
  await desk.open();
  await stop('appraisal desk');
  await desk.decision('adjusted').click();
  await desk.save.click();
  await stop('a decision without points and reason');
  await desk.decision('adjusted').click();
  await desk.decide('1.2', 'adjusted', { points: '0', reason });
  await desk.decide('1.3', 'explanation-asked', { reason });
  await desk.decide('1.4', 'returned', { reason });
  await stop('sent back');
  await desk.goTo('1.5');
  await page.keyboard.press('F8');
  await desk.expectState('1.5', 'accepted');
  await desk.goTo('1.5');
  await stop('accepted');
  await desk.openBulk();
  await stop('what can be accepted together');
  await closeDialog(page);
  await page.getByRole('button', { name: words('appraisal:send.receipt'), exact: true }).click();
  await page.getByRole('button', { name: words('appraisal:send.receiptWrite') }).waitFor();
  await stop('a receipt');
  await closeDialog(page);
  await page.getByRole('button', { name: words('appraisal:send.review'), exact: true }).click();
  await page.getByRole('button', { name: words('appraisal:send.reviewWrite') }).waitFor();
  await stop('what goes back');
  await page.getByRole('button', { name: words('appraisal:send.reviewWrite') }).click();
  await page.getByText(words('appraisal:send.verified')).waitFor();
  await stop('what went back');
  await closeDialog(page);
  await desk.stageButton('final').click();
  await stop('final scores');
  await desk.stageButton('appraised').click();
  await desk.goTo('1.4');
  await page.getByRole('link', { name: words('appraisal:openSheet') }).click();
  await page.getByRole('button', { name: words('desk:steps.next') }).waitFor();
  await page.getByRole('combobox', { name: words('desk:filter.label') }).selectOption('owed');
  await desk.entry('1.4').click();
  await page.getByText(words('desk:appraisal.answer')).waitFor();
  await stop('what the unit has to answer');
  await visitChase(page, words, stop);
}

async function becomeAggregator(page: Page, words: Translate): Promise<void> {
  await page.evaluate(() => (location.hash = '#/settings'));
  await page.getByRole('heading', { level: 1, name: words('settings:title') }).waitFor();
  await page.evaluate(async () => {
    await fetch('/api/profile.save', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role: 'aggregator', unitCode: '48', header: {} }),
    });
    location.hash = '#/';
  });
  await page.getByRole('link', { name: words('home:chase') }).waitFor();
}

async function visitChase(page: Page, words: Translate, stop: Stop): Promise<void> {
  await page.evaluate(() => (location.hash = '#/chase'));
  await page.getByRole('heading', { level: 1, name: words('chase:title') }).waitFor();
  await page.getByRole('row').nth(1).waitFor();
  await stop('chase board');
  await page.getByRole('button', { name: words('chase:deadline.change'), exact: true }).click();
  await page.getByRole('textbox', { name: words('chase:deadline.label') }).fill('');
  await page.getByRole('button', { name: words('chase:deadline.save'), exact: true }).click();
  await page.getByText(words('chase:deadline.missing')).waitFor();
  await stop('a deadline without a day');
  await page.getByRole('textbox', { name: words('chase:deadline.label') }).fill('15/12/2026');
  await page.getByRole('button', { name: words('chase:deadline.save'), exact: true }).click();
  await page.getByRole('button', { name: words('chase:deadline.change'), exact: true }).click();
  await page.getByRole('button', { name: words('chase:deadline.usual', { day: '10/12/2026' }) }).waitFor();
  await stop('a deadline of its own');
  await page.getByRole('button', { name: words('chase:deadline.usual', { day: '10/12/2026' }) }).click();
  await page.getByRole('button', { name: words('chase:deadline.change'), exact: true }).waitFor();
  await page
    .getByRole('group', { name: words('chase:list.filter') })
    .getByRole('button', { name: words('chase:state.not-sent') })
    .click();
  await stop('chase board, one state');
  await page.getByRole('textbox', { name: words('chase:list.search') }).fill('zzz');
  await page.getByText(words('chase:list.none')).waitFor();
  await stop('chase board that finds nothing');
}

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
