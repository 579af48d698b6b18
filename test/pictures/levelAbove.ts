import path from 'node:path';
import type { Page } from '@playwright/test';
import type { CallInput, CallName, CallOutput } from '../../shared/api/contract.ts';
import type { Result } from '../../shared/errors/result.ts';
import { createTranslate } from '../../electron/backend/translate.ts';
import { AppraisalPage } from '../e2e/appraisalPage.ts';
import { DashboardPage } from '../e2e/dashboardPage.ts';
import { workAs } from '../e2e/tourDashboard.ts';
import { valueOf } from '../helpers/valueOf.ts';

const words = createTranslate('vi');

/** Whose form is judged in the pictures: one that was signed and is complete. */
const judgedUnit = 'Phường Hải Vân';
const judged = '1.4';
const adjusted = '1.5';
const reason = 'Danh sách tin, bài ghi 10 nhưng đường dẫn chỉ có 8. Đề nghị kiểm tra lại.';
const reasonOfAdjustment = 'Có báo cáo về mô hình nhưng chưa có số liệu hoạt động trong kỳ.';

/** Pictures of the level above at work on the forms that came in; what it gives back to a unit is put into the folder. */
export async function takeLevelAbove(
  page: Page,
  pictures: string,
  folder: string,
): Promise<readonly string[]> {
  const take = (name: string): Promise<unknown> =>
    page.screenshot({ path: path.join(pictures, `${name}.png`) });
  const open = async (place: string): Promise<void> => {
    await page.goto(new URL(`#${place}`, page.url()).href);
  };
  await workAs(page, 'aggregator', '48');
  await page.getByRole('link', { name: words('home:chase') }).waitFor();
  await judgeSome(page);
  await page.reload();
  await page.getByRole('article').first().waitFor();
  await take('home-above');

  const desk = new AppraisalPage(page, words);
  await page
    .getByRole('article')
    .filter({ hasText: judgedUnit })
    .getByRole('link', { name: words('home:card.appraise'), exact: true })
    .click();
  await desk.stageButton('appraised').waitFor();
  await desk.openBulk();
  await take('accept-many');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await desk.acceptComplete();
  await desk.decide(adjusted, 'adjusted', { points: '0,25', reason: reasonOfAdjustment });
  await desk.goTo(judged);
  await desk.decision('returned').click();
  const decision = page.getByRole('group', { name: words('appraisal:decision.title.appraised') });
  await decision.getByRole('textbox').fill(reason);
  await take('appraise');
  await desk.save.click();
  await desk.expectState(judged, 'returned');
  await page.getByRole('button', { name: words('appraisal:send.review'), exact: true }).click();
  await page.getByRole('button', { name: words('appraisal:send.reviewWrite') }).waitFor();
  await take('send-back');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const back = [await desk.sendBack('receipt', folder)];

  await open('/chase');
  await page.getByRole('row').nth(1).waitFor();
  await take('chase');
  for (const [part, name, isLow] of parts) {
    await open(`/dashboard/${part}`);
    const links = page.getByRole('navigation', { name: words('dashboard:parts.label') });
    await links.waitFor();
    await page.waitForLoadState('networkidle');
    if (isLow) await links.evaluate((element) => element.scrollIntoView());
    await take(name);
  }
  return [...back, await new DashboardPage(page, words).returnResults(folder, judgedUnit)];
}

/** Below the address of the dashboard; what matters in a picture and stands low is scrolled to. */
const parts = [
  ['whole', 'dashboard', false],
  ['ranking', 'ranking', true],
  ['groups', 'heat', true],
  ['reports', 'reports', true],
  ['results', 'results', true],
] as const;

/** Decisions about some of the units, so that there are units in every state. */
async function judgeSome(page: Page): Promise<void> {
  const { assessments } = await ask(page, 'assessments.list', { limit: 200 });
  const sent = assessments.filter(
    ({ period, signingState }) => period === '2026' && signingState === 'signed',
  );
  for (const [index, { id: assessmentId, setId, setVersion }] of sent.slice(1, 12).entries()) {
    const { set } = await ask(page, 'criteria.get', { id: setId, version: setVersion });
    const { answers } = await ask(page, 'assessments.open', { id: assessmentId });
    const accepted = set.groups
      .flatMap(({ criteria }) => criteria)
      .filter(({ id, rule }) => rule.kind !== 'info' && answers[id] !== undefined)
      .map(
        ({ id: criterionId }) => ({ criterionId, decision: 'accepted', points: null, reason: '' }) as const,
      );
    const appraisals = accepted.map((one, at) =>
      index % 3 === 0 && at === 4 ? ({ ...one, decision: 'returned', reason } as const) : one,
    );
    await ask(page, 'appraisals.record', { assessmentId, stage: 'appraised', appraisals });
  }
}

async function ask<N extends CallName>(page: Page, name: N, data: CallInput<N>): Promise<CallOutput<N>> {
  const { origin } = new URL(page.url());
  const answer = await page.request.post(`${origin}/api/${name}`, { data, headers: { origin } });
  return valueOf((await answer.json()) as Result<CallOutput<N>>);
}
