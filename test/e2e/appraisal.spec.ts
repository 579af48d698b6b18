import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { writeAnswers } from '../helpers/commandLine.ts';
import { productFolder } from '../helpers/content.ts';
import { AppraisalPage } from './appraisalPage.ts';
import { expect, test } from './fixtures.ts';
import { Office } from './office.ts';
import { SigningPage } from './signingPage.ts';

test.setTimeout(900_000);

const unitName = 'Phường Hải Châu';
const chairman = { name: 'Trần Văn Mẫu', title: 'Chủ tịch UBND phường', place: 'Hải Châu' };
const returned = '1.4';
const adjusted = '1.2';
const reasonOfReturn = 'Danh sách tin, bài ghi 10 nhưng đường dẫn chỉ có 8. Đề nghị kiểm tra lại.';
const reasonOfAdjustment = 'Biên bản chỉ có một hội nghị trong kỳ.';

/** The demo's answers of a ward. */
function demoAnswers(): object {
  const sample = path.join(productFolder, 'resources/demo/01-phuong-hai-chau.json');
  return z
    .object({ answers: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync(sample, 'utf8'))).answers;
}

test('a commune sends, the level above judges and sends back, the commune answers and sends again', async ({
  browser,
  set,
  dataFolder,
}) => {
  const folderOf = (name: string): string => path.join(dataFolder, name);
  const commune = await Office.open(browser, folderOf('commune'), set);
  const above = await Office.open(browser, folderOf('above'), set);
  const sent = folderOf('sent');
  mkdirSync(sent);
  const { words } = commune.home;
  const signing = new SigningPage(commune.page, words);
  const desk = new AppraisalPage(above.page, words);
  let file = '';

  /** Takes files in as they arrive. */
  const receive = async (office: Office, ...files: readonly string[]): Promise<void> => {
    await office.imports.open();
    await office.imports.check('files', ...files);
    await office.imports.commit();
    await office.goHome();
  };

  try {
    await test.step('the commune signs and sends', async () => {
      await commune.introduce('commune', 'hai chau', unitName, 'Nguyễn Thị Lan');
      await commune.whileClosed('apply', writeAnswers(commune.folder, demoAnswers()));
      await commune.openDesk();
      await commune.desk.answer(returned, '10');
      await commune.desk.waitUntilSaved();
      await signing.open();
      await signing.sign(chairman);
      await signing.signedHeading(1).waitFor();
      file = await commune.exporting.exportTo(sent);
    });

    const back =
      await test.step('the level above accepts what is complete, adjusts one, sends one back', async () => {
        await above.introduce('aggregator', 'da nang', 'Đà Nẵng', 'Phạm Thị Hoa');
        await receive(above, file);
        await desk.open();
        expect(await desk.acceptComplete()).toBeGreaterThan(10);
        await desk.goTo(returned);
        await desk.decision('returned').click();
        await desk.save.click();
        await expect(above.page.getByText(words('appraisal:decision.reasonMissing'))).toBeVisible();
        await desk.decision('returned').click();
        await desk.decide(returned, 'returned', { reason: reasonOfReturn });
        await desk.decide(adjusted, 'adjusted', { points: '0,25', reason: reasonOfAdjustment });
        return [await desk.sendBack('review', sent), await desk.sendBack('receipt', sent)];
      });

    await test.step('decisions outlive a restart', async () => {
      await above.whileClosed('digest');
      await desk.open();
      await desk.expectState(returned, 'returned');
      await desk.expectState(adjusted, 'adjusted');
    });

    await test.step('the card of the commune turns green, its desk says what to answer and why', async () => {
      await receive(commune, ...back);
      const card = commune.page.getByRole('article').filter({ hasText: unitName });
      const [received = ''] = words('home:card.receipt', {
        receiver: 'Thành phố Đà Nẵng',
        moment: '|',
      }).split('|');
      await expect(card).toContainText(received.trim());
      await expect(card).toHaveAttribute('data-received', 'true');
      await expect(card).toContainText(words('home:card.owed', { count: 1 }));
      await commune.openDesk();
      await commune.page.getByRole('combobox', { name: words('desk:filter.label') }).selectOption('owed');
      await commune.desk.goTo(returned);
      await expect(commune.desk.pane).toContainText(reasonOfReturn);
      await expect(commune.desk.pane).toContainText(words('desk:appraisal.recallFirst'));
      await commune.page.getByRole('combobox', { name: words('desk:filter.label') }).selectOption('all');
      await commune.desk.goTo(adjusted);
      await expect(commune.desk.pane).toContainText(reasonOfAdjustment);
    });

    await test.step('it recalls, answers, signs and sends again', async () => {
      await signing.open();
      await expect(commune.page.getByText(words('signing:received.mayRecall', { count: 1 }))).toBeVisible();
      await signing.recall(1, 'Trả lời phiếu thẩm định');
      await signing.backToDesk();
      await commune.desk.answer(returned, '8');
      await commune.desk.waitUntilSaved();
      await signing.open();
      await signing.sign(chairman);
      await signing.signedHeading(2).waitFor();
      file = await commune.exporting.exportTo(sent);
    });

    await test.step('the level above sees it as answered anew, and so does its board', async () => {
      await above.goHome();
      await receive(above, file);
      await desk.open();
      await desk.expectState(returned, 'outdated');
      await desk.expectState(adjusted, 'adjusted');
      await desk.goTo(returned);
      await above.page.keyboard.press('F8');
      await desk.expectState(returned, 'accepted');
      await above.goHome();
      await above.page.getByRole('link', { name: words('home:chase') }).click();
      const row = above.page.getByRole('row').filter({ hasText: unitName });
      await expect(row).toContainText(words('chase:state.waiting-for-us'));
    });
  } finally {
    for (const office of [commune, above]) await office.close();
  }
});
