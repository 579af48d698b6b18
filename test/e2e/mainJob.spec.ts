import path from 'node:path';
import type { Answers } from '../../shared/domain/assessment/answer.ts';
import { emptyAnswer } from '../../shared/domain/assessment/answer.ts';
import { normaliseValue } from '../../shared/domain/assessment/normaliseValue.ts';
import { parsePeriod } from '../../shared/domain/assessment/period.ts';
import { findCriterion } from '../../shared/domain/criteria/criteriaOfSet.ts';
import type { CriteriaSet } from '../../shared/domain/criteria/criteriaSet.ts';
import { scoreAssessment } from '../../shared/domain/scoring/scoreAssessment.ts';
import { formatNumber, formatPercent } from '../../shared/report/formatFigure.ts';
import { startBrowserHost } from '../helpers/browserHost.ts';
import { readPdfText } from '../helpers/readPdf.ts';
import { valueOf } from '../helpers/valueOf.ts';
import { DeskPage, type Given } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { HomePage } from './homePage.ts';

/** One criterion of every rule kind, and a checklist of which nothing is met; figures as an officer types them. */
const given: Readonly<Record<string, Given>> = {
  '1.1': { parts: ['b', { numerator: '3', denominator: '4' }] },
  '1.2': ['a', 'c'],
  '1.4': '15',
  '1.5': '1',
  '1.6': true,
  '1.7': 'b',
  '2.3': [],
  '2.4': { numerator: '7,5', denominator: '50' },
  '2.7': { numerator: '3', denominator: '200' },
  '7.6': 'Khảo sát 12 điểm bán hàng, 9 điểm nhận thanh toán bằng mã QR',
  '11.3': '1,5',
};
const explanation = 'Bản đồ điểm ngập do phường tự xây dựng, ba tổ dân phố đang dùng.';
const documentNumber = '12/QĐ-UBND';

/** What the engine says about the same answers. */
function scoreOf(set: CriteriaSet) {
  const answers: Record<string, Answers[string]> = {};
  for (const [code, typed] of Object.entries(given)) {
    const criterion = findCriterion(set, code);
    if (!criterion) throw new Error(`The set has no criterion ${code}`);
    const value = valueOf(normaliseValue(criterion.rule, criterion.maxPoints, typed, code));
    answers[criterion.id] = { ...emptyAnswer, value };
  }
  return scoreAssessment({ set, unitKind: 'phuong', period: valueOf(parsePeriod('2026')) }, answers);
}

async function expectAnswersOnScreen(desk: DeskPage): Promise<void> {
  await desk.goTo('1.4');
  await expect(desk.figure('1.4')).toHaveValue('15');
  await desk.goTo('1.7');
  await expect(desk.pane.getByRole('radio').nth(1)).toBeChecked();
  await desk.goTo('2.3');
  await expect(desk.noneOf()).toBeChecked();
  await desk.goTo('2.4');
  await expect(desk.figure('2.4', 'numerator')).toHaveValue('7,5');
  await desk.goTo('11.3');
  await expect(desk.figure('11.3')).toHaveValue('1,5');
  await expect(desk.pane.getByLabel(desk.words('desk:explanation.title'))).toHaveValue(explanation);
  await desk.goTo('1.1');
  await expect(desk.figureOfPart('1.1', 1, 'numerator')).toHaveValue('3');
}

test('a new assessment is answered, survives a power cut and is printed', async ({
  host,
  page,
  set,
  dataFolder,
}) => {
  const expected = scoreOf(set);
  const percent = formatPercent(expected.claimed.percent, 'vi');
  const points = formatNumber(expected.claimed.points, 'vi');
  const home = new HomePage(page);
  const desk = new DeskPage(page, set);

  await test.step('create it, looking the unit up without diacritics', async () => {
    await home.open(host);
    await home.create({ search: 'hai chau', unitName: 'Phường Hải Châu', year: '2026', set });
  });

  await test.step('answer one criterion of every rule kind', async () => {
    for (const [code, value] of Object.entries(given)) await desk.answer(code, value);
    await desk.goTo('11.3');
    await desk.pane.getByLabel(desk.words('desk:explanation.title')).fill(explanation);
    await desk.addDocument('1.4', {
      number: documentNumber,
      date: '05/03/2026',
      title: 'Về việc thành lập Tổ truyền thông',
    });
    await desk.waitUntilSaved();
  });

  await test.step('the score on screen is that of the engine', async () => {
    const result = page.getByRole('complementary', { name: desk.words('desk:side.title') });
    await expect(result.getByText(percent, { exact: true }).first()).toBeVisible();
    await expect(result.getByRole('row', { name: desk.words('desk:result.points') }).first()).toContainText(
      points,
    );
    await expect(result).toContainText(formatNumber(expected.bonus, 'vi'));
  });

  await host.kill();
  const restarted = await startBrowserHost(dataFolder);
  try {
    await test.step('after the restart everything that was acknowledged is there', async () => {
      await home.open(restarted);
      await expect(page.getByRole('article').or(page.getByRole('listitem')).first()).toContainText(percent);
      await page.getByRole('link', { name: 'Phường Hải Châu' }).click();
      await expectAnswersOnScreen(desk);
    });

    await test.step('the printed scorecard says the same', async () => {
      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: desk.words('desk:print.button') }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toMatch(/\.pdf$/u);
      const file = path.join(dataFolder, 'card.pdf');
      await download.saveAs(file);
      const text = readPdfText(file);
      expect(text).toBe(text.normalize('NFC'));
      for (const phrase of ['Hải Châu', percent, points, '7,5', documentNumber])
        expect(text).toContain(phrase);
      expect(text.toUpperCase()).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    });
  } finally {
    await restarted.kill();
  }
});
