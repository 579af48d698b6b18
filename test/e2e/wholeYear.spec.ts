import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Criterion } from '../../shared/domain/criteria/criteriaSet.ts';
import { formatPercent } from '../../shared/report/formatFigure.ts';
import { startBrowserHost } from '../helpers/browserHost.ts';
import { runCommand } from '../helpers/commandLine.ts';
import { readDocxText } from '../helpers/readDocx.ts';
import { readPdfText } from '../helpers/readPdf.ts';
import { DeskPage } from './desk.ts';
import { FirstRunPage } from './firstRunPage.ts';
import { expect, test } from './fixtures.ts';
import { tabBackTo, withKeyboard } from './hands.ts';
import { HomePage } from './homePage.ts';
import { SigningPage } from './signingPage.ts';
import { writeLastYear, YearPlan } from './yearPlan.ts';

test.setTimeout(900_000);
// Pictures of each of ten thousand key strokes would take longer than the year.
test.use({ trace: 'off' });

const chairman = { name: 'Trần Văn Mẫu', title: 'Chủ tịch UBND phường', place: 'Hải Châu' };
const reason = 'Bổ sung tài liệu kiểm chứng của tổ dân phố số 7';
const scan = 'Báo cáo có dấu đỏ.pdf';

/** A whole year of a part-time officer, without the mouse. */
test('a year is scored, signed, recalled, signed again and printed by keyboard alone', async ({
  host,
  page,
  set,
  dataFolder,
}) => {
  const hands = withKeyboard(page);
  const plan = new YearPlan(set);
  const home = new HomePage(page);
  const desk = new DeskPage(page, set, 'vi', home.words, hands);
  const signing = new SigningPage(page, home.words, hands);
  let running = host;
  const restart = async (end: 'kill' | 'stop'): Promise<void> => {
    await running[end]();
    running = await startBrowserHost(dataFolder);
    await page.goto(running.address());
  };
  const openDesk = async (): Promise<void> => {
    await hands.press(page.getByRole('link', { name: 'Phường Hải Châu' }).first());
    await desk.waitUntilShown();
  };

  try {
    await test.step('first run: who works here', async () => {
      await page.goto(host.address());
      const contact = 'Nguyễn Thị Mẫu';
      await new FirstRunPage(page, hands).introduce({
        search: 'hai chau',
        unitName: 'Phường Hải Châu',
        contact,
      });
      await page.getByRole('region', { name: home.words('help:tour.label') }).waitFor();
      await page.keyboard.press('Escape');
      await home.newButton.waitFor();
    });

    await test.step('the answers of last year come from a file', async () => {
      await running.stop();
      const database = path.join(dataFolder, 'thuoc-so.sqlite');
      const applied = await runCommand('apply', writeLastYear(dataFolder), '--db', database);
      expect(applied, applied.stderr).toMatchObject({ exitCode: 0 });
      await restart('stop');
    });

    await test.step('a new form starts from them', async () => {
      await hands.press(home.newButton);
      await hands.choose(home.dialog.getByRole('radio', { name: set.title.vi }));
      await hands.choose(
        home.dialog.getByRole('checkbox', { name: home.words('home:form.startFromPrevious') }),
      );
      await hands.press(home.dialog.getByRole('button', { name: home.words('home:form.create') }));
      await desk.waitUntilShown();
    });

    await test.step('every criterion gets its answer and its document', async () => {
      for (const [index, criterion] of plan.criteria.entries()) {
        if (index > 0) await page.keyboard.press('Alt+ArrowDown');
        desk.expectCurrent(criterion.code);
        await desk.pane.waitFor();
        // Half of last year's figures are taken over, the others are given anew.
        if ((await desk.suggestion.count()) > 0)
          await desk.settleSuggestion(index % 2 === 0 ? 'accept' : 'dismiss');
        await answerCompletely(desk, criterion, plan);
      }
      await desk.waitUntilSaved();
      await hands.press(desk.panelButton('result'));
      await expect(desk.side).toContainText(desk.words('desk:result.complete'));
      await expect(desk.side).toContainText(percentOf(plan));
    });

    await test.step('a scan is attached to a document', async () => {
      await desk.goTo('1.1');
      const file = path.join(dataFolder, scan);
      writeFileSync(file, '%PDF-1.4\n%%EOF\n');
      await desk.attachFile(1, file);
      await expect(desk.document(1)).toContainText(scan);
    });

    await test.step('the path to 80 % is followed to its end', async () => {
      await hands.press(desk.panelButton('path'));
      expect(plan.nextStep()).not.toBeNull();
      for (let step = plan.nextStep(); step !== null; step = plan.nextStep()) {
        const { code, name } = step.score.criterion;
        await hands.press(desk.side.getByRole('button', { name: `${code} ${name.vi}`, exact: true }).first());
        desk.expectCurrent(code);
        await desk.pane.waitFor();
        await desk.answerHere(code, plan.take(step));
        await desk.waitUntilSaved();
      }
      await expect(desk.side).toContainText(desk.words('desk:path.reached'));
    });

    await test.step('the last step is undone, and redone after a power cut', async () => {
      await tabBackTo(page, desk.nextButton);
      await page.keyboard.press('Control+Z');
      await expect(desk.side).not.toContainText(desk.words('desk:path.reached'));
      await desk.waitUntilSaved();
      await restart('kill');
      await openDesk();
      await tabBackTo(page, desk.nextButton);
      await page.keyboard.press('Control+Y');
      await hands.press(desk.panelButton('path'));
      await expect(desk.side).toContainText(desk.words('desk:path.reached'));
      await hands.press(desk.panelButton('result'));
      await expect(desk.side).toContainText(percentOf(plan));
    });

    await test.step('the self-check leads to what it found and back', async () => {
      await signing.open();
      await hands.press(signing.findings.getByRole('link').first());
      await desk.waitUntilShown();
      await signing.open();
    });

    await test.step('signed, the form can be read only', async () => {
      await signing.sign(chairman);
      await signing.signedHeading(1).waitFor();
      await signing.backToDesk();
      await desk.waitUntilShown();
      await expect(page.getByText(desk.words('desk:frozen.title'))).toBeVisible();
      await desk.goTo('1.4');
      await expect(desk.figure('1.4')).toBeDisabled();
      await signing.open();
    });

    await test.step('recalled with a reason, and signed again', async () => {
      await signing.recall(1, reason);
      await expect(page.getByText(reason)).toBeVisible();
      await signing.sign(chairman);
      await signing.signedHeading(2).waitFor();
    });

    await test.step('the printed scorecard and the Word file say the same', async () => {
      const [pdf, docx] = ['card.pdf', 'card.docx'].map((name) => path.join(dataFolder, name));
      await (await signing.download('pdf')).saveAs(pdf ?? '');
      expectOnPaper(readPdfText(pdf ?? ''), plan);
      await (await signing.download('docx')).saveAs(docx ?? '');
      expectOnPaper(readDocxText(docx ?? ''), plan);
    });
  } finally {
    await running.kill();
  }
});

function percentOf(plan: YearPlan): string {
  return formatPercent(plan.score().claimed.percent, 'vi');
}

/** Whose form it is, where it stands, what proves it and who signed. */
function expectOnPaper(text: string, plan: YearPlan): void {
  const wanted = ['Hải Châu', percentOf(plan), '3.2/BC-UBND', chairman.name, chairman.title];
  const found = text.toLowerCase();
  expect(wanted.filter((phrase) => !found.includes(phrase.toLowerCase()))).toEqual([]);
}

/** What the plan says, a document where one is asked, an explanation where points are proposed. */
async function answerCompletely(desk: DeskPage, criterion: Criterion, plan: YearPlan): Promise<void> {
  await desk.answerHere(criterion.code, plan.givenFor(criterion));
  if (criterion.evidenceRule === 'required' && (await desk.documents.count()) === 0)
    await desk.addDocumentHere({
      number: `${criterion.code}/BC-UBND`,
      date: '20/11/2026',
      issuer: 'UBND phường',
      title: 'Báo cáo năm 2026',
    });
  if (criterion.rule.kind === 'manual') await desk.explainHere('Ba tổ dân phố đang dùng.');
}
