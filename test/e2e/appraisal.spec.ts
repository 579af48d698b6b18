import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Fraction from 'fraction.js';
import { z } from 'zod';
import { reportFormats } from '../../shared/api/schemas/dashboard.ts';
import { formatPercent } from '../../shared/report/formatFigure.ts';
import { boundsOfSet } from '../../shared/report/boundsOfSet.ts';
import { roundForDisplay } from '../../shared/domain/scoring/displayFigure.ts';
import { writeAnswers } from '../helpers/commandLine.ts';
import { productFolder } from '../helpers/content.ts';
import { readDocxText } from '../helpers/readDocx.ts';
import { readPdfText } from '../helpers/readPdf.ts';
import { listZipNames } from '../helpers/readZip.ts';
import { AppraisalPage } from './appraisalPage.ts';
import { faultsOf } from './axe.ts';
import { DashboardPage, type ReportFormat } from './dashboardPage.ts';
import { expect, test } from './fixtures.ts';
import { Office } from './office.ts';
import { readRanking, type ReportedUnit } from './reportedRanking.ts';
import { SigningPage } from './signingPage.ts';

test.setTimeout(900_000);

const unitName = 'Phường Hải Châu';
const unitCode = '20242';
/** Another unit, from the files of a demo, for a ranking needs two. */
const otherName = 'Phường Hải Vân';
const chairman = { name: 'Trần Văn Mẫu', title: 'Chủ tịch UBND phường', place: 'Hải Châu' };
const returned = '1.4';
const adjusted = '1.2';
const city = '48';
const reasonOfReturn = 'Danh sách tin, bài ghi 10 nhưng đường dẫn chỉ có 8. Đề nghị kiểm tra lại.';
const reasonOfAdjustment = 'Biên bản chỉ có một hội nghị trong kỳ.';

/** The demo's answers of a ward. */
function demoAnswers(): object {
  const sample = path.join(productFolder, 'resources/demo/01-phuong-hai-chau.json');
  return z
    .object({ answers: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync(sample, 'utf8'))).answers;
}

/** Exact figures of the command line. */
const ranking = z.object({
  units: z.array(
    z.object({
      unit: z.object({ code: z.string(), name: z.string() }),
      place: z.object({ rank: z.number().nullable(), of: z.number() }),
      percent: z.string().nullable(),
      totalPercent: z.string().nullable(),
    }),
  ),
});

test('a commune sends, is judged, answers and sends again; results go back, and every report says the same', async ({
  browser,
  set,
  packages,
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
  const dashboard = new DashboardPage(above.page, words);
  let file = '';

  /** Takes files in as they arrive. */
  const receive = async (office: Office, ...files: readonly string[]): Promise<void> => {
    await office.imports.open();
    // What was taken in last is still shown.
    if (await office.imports.startOver.isVisible()) await office.imports.startOver.click();
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
        const others = packages.files.filter((one) => path.basename(one).includes('Hai-Van'));
        await receive(above, file, ...others);
        await desk.open(otherName);
        await desk.acceptComplete();
        await above.goHome();
        await desk.open(unitName);
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
      await desk.open(unitName);
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
      await desk.open(unitName);
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

    const ranked =
      await test.step('the ranking is that of the command line, two units have a place', async () => {
        const told = await above.whileClosed(
          'ranking',
          '--period',
          '2026',
          '--above',
          city,
          '--basis',
          'appraised',
          '--json',
        );
        const units = ranking.parse(JSON.parse(told)).units.filter(({ place }) => place.rank !== null);
        expect(units.map(({ unit }) => unit.name).toSorted()).toEqual([unitName, otherName].toSorted());
        await dashboard.open();
        await dashboard.chooseBasis('appraised');
        await dashboard.part('ranking').click();
        for (const { unit, place } of units) {
          await expect(dashboard.row(unit.code)).toContainText(`${String(place.rank)}/${String(place.of)}`);
        }
        return units;
      });

    await test.step('every report comes as a file that says the same', async () => {
      await dashboard.part('reports').click();
      const files = new Map<ReportFormat, string>();
      for (const format of reportFormats) files.set(format, await dashboard.makeReport(format, sent));
      const fileOf = (format: ReportFormat): string => files.get(format) ?? '';
      const wanted = ranked.map(({ unit, place, totalPercent }) => ({
        unitCode: unit.code,
        unitName: unit.name,
        place: String(place.rank),
        totalPercent: totalPercent === null ? '' : roundForDisplay(new Fraction(totalPercent)),
      }));
      const inOrder = (units: readonly ReportedUnit[]) =>
        units.filter(({ place }) => place !== '').toSorted((a, b) => a.unitCode.localeCompare(b.unitCode));
      for (const format of ['json', 'xml', 'csv', 'xlsx'] as const) {
        const read = await readRanking(format, fileOf(format), words);
        expect(read, format).toHaveLength(93);
        expect(inOrder(read), format).toEqual(inOrder(wanted));
      }
      for (const text of [readPdfText(fileOf('pdf')), readDocxText(fileOf('docx'))]) {
        for (const one of wanted) {
          expect(text).toContain(one.unitName);
          expect(text).toContain(one.totalPercent.replace('.', ','));
        }
      }
      const cards = await dashboard.printCards(2, sent);
      expect(listZipNames(readFileSync(cards)).filter((name) => name.endsWith('.pdf'))).toHaveLength(2);
    });

    await test.step('results go back, and stand on the card and beside the own points', async () => {
      await dashboard.part('results').click();
      await receive(commune, await dashboard.returnResults(sent));
      const own = ranked.find(({ unit }) => unit.code === unitCode);
      const card = commune.page.getByRole('article').filter({ hasText: unitName });
      const { rank, of } = own?.place ?? { rank: null, of: 0 };
      await expect(card).toContainText(
        words('results:place', { rank, of, kind: words('results:kind.phuong') }),
      );
      const percent = formatPercent(new Fraction(own?.percent ?? 0), 'vi', boundsOfSet(set, 'points'));
      await expect(card).toContainText(words('results:card.appraised', { percent }));
      await expect(card).toContainText('Thành phố Đà Nẵng');
      expect(await faultsOf(commune.page)).toEqual([]);
      await commune.openDesk();
      await expect(
        commune.page.getByRole('region', { name: words('results:title.appraised') }),
      ).toBeVisible();
      await commune.desk.goTo(adjusted);
      await expect(commune.desk.pane).toContainText(
        words('results:own.appraised', { points: '0,25', max: '1' }),
      );
      expect(await faultsOf(commune.page)).toEqual([]);
    });
  } finally {
    for (const office of [commune, above]) await office.close();
  }
});
