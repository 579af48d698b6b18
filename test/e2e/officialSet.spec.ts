import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readSetWorkbook } from '../../electron/backend/usecases/authoring/readSetSource.ts';
import { runCommand } from '../helpers/commandLine.ts';
import { authoringSheets, fillInOfficial, officialTitle } from '../helpers/officialWorkbook.ts';
import { valueOf } from '../helpers/valueOf.ts';
import { faultsOf } from './axe.ts';
import { CriteriaPage } from './criteriaPage.ts';
import { expect, test } from './fixtures.ts';
import { Office } from './office.ts';
import { SigningPage } from './signingPage.ts';

test.setTimeout(600_000);

const unitName = 'Phường Hải Châu';

test("the city's own set goes from a workbook to a commune's desk and comes back as scored results", async ({
  browser,
  set,
  content,
  dataFolder,
}) => {
  const folderOf = (name: string): string => path.join(dataFolder, name);
  const sent = folderOf('sent');
  mkdirSync(sent);
  const official = { ...set, title: { vi: officialTitle, en: officialTitle } };
  const city = await Office.open(browser, folderOf('city'), official);
  const commune = await Office.open(browser, folderOf('commune'), official);
  let setFile = '';
  let filledForm = '';
  try {
    await test.step('a city officer fills in the workbook, and every fault is told with its cell', async () => {
      await city.introduce('city', 'da nang', 'Đà Nẵng', 'Phạm Thị Hoa');
      const page = new CriteriaPage(city.page, city.home.words);
      await page.open();
      expect(await faultsOf(city.page)).toEqual([]);
      const workbook = await page.saveWorkbook(sent, set.title.vi);
      const faulty = path.join(sent, 'faulty.xlsx');
      const cells = { [authoringSheets.criteria]: { D3: 'hai điểm', E10: 'theo cảm nhận' } };
      writeFileSync(faulty, await fillInOfficial(readFileSync(workbook), cells));
      await page.read(faulty);
      // The file that was chosen can be chosen again once it is mended.
      await expect(city.page.locator('input[type=file]')).toHaveValue('');
      await expect(city.page.getByRole('rowheader', { name: 'Tiêu chí – D3' })).toBeVisible();
      await expect(city.page.getByRole('rowheader', { name: 'Tiêu chí – E10' })).toBeVisible();
      expect(await faultsOf(city.page)).toEqual([]);
    });

    await test.step('the mended workbook is compared with the version before, and signed', async () => {
      const page = new CriteriaPage(city.page, city.home.words);
      const workbook = path.join(sent, 'official.xlsx');
      const template = path.join(sent, `soan-bo-tieu-chi_${set.id}_${set.version}.xlsx`);
      // The last bonus criterion is taken out and written anew, under other words and without an id.
      const renamed = { C75: 'Có mô hình, sáng kiến số được đơn vị khác học tập và nhân rộng', M75: '' };
      const cells = { [authoringSheets.criteria]: renamed };
      writeFileSync(workbook, await fillInOfficial(readFileSync(template), cells));
      expect(valueOf(await readSetWorkbook(content, readFileSync(workbook))).faults).toEqual([]);
      await page.read(workbook);
      const way = city.page.getByRole('combobox', {
        name: new RegExp(set.groups.at(-1)?.criteria[1]?.name.vi ?? '', 'u'),
      });
      await expect(way).toHaveValue('value');
      await way.selectOption('documents');
      expect(await faultsOf(city.page)).toEqual([]);
      setFile = await page.publish(sent);
      expect(path.basename(setFile)).toMatch(/^da-nang-phuong-xa_2\.0\.0_[0-9A-F]{8}\.thuocso$/u);
      await expect(city.page.getByRole('row').filter({ hasText: officialTitle })).toContainText(
        '123/QĐ-UBND',
      );
    });

    await test.step('the commune takes it in, and it stands first; the reference set steps back', async () => {
      await commune.introduce('commune', 'hai chau', unitName, 'Nguyễn Thị Lan');
      await commune.imports.open();
      await commune.imports.check('files', setFile);
      await commune.imports.expectVerdict(path.basename(setFile), 'new');
      await commune.imports.commit();
      await commune.goHome();
      await commune.home.newButton.click();
      const { dialog } = commune.home;
      await expect(dialog.getByRole('radio').filter({ visible: true }).last()).toBeVisible();
      const labels = await dialog.getByRole('radiogroup').last().innerText();
      expect(labels.indexOf(officialTitle)).toBeLessThan(labels.indexOf(set.title.vi));
      expect(labels).toContain(commune.home.words('home:form.steppedBack', { version: '2.0.0' }));
      await dialog.getByRole('radio', { name: officialTitle }).check();
      await dialog.getByRole('button', { name: commune.home.words('home:form.create') }).click();
      await commune.desk.waitUntilShown();
    });

    await test.step('the commune answers, signs and sends', async () => {
      await commune.desk.answer('1.4', '24');
      await commune.desk.waitUntilSaved();
      const signing = new SigningPage(commune.page, commune.home.words);
      await signing.open();
      await signing.sign({ name: 'Trần Văn Mẫu', title: 'Chủ tịch UBND phường', place: 'Hải Châu' });
      await signing.signedHeading(1).waitFor();
      filledForm = await commune.exporting.exportTo(sent);
    });

    await test.step('the city takes the form in and has its score by the official set', async () => {
      await city.imports.open();
      await city.imports.check('files', filledForm);
      await city.imports.expectVerdict(path.basename(filledForm), 'new');
      await city.imports.commit();
      const ranking = JSON.parse(
        await city.whileClosed('ranking', '--period', String(new Date().getFullYear()), '--json'),
      ) as { readonly units: readonly { readonly points: string | null }[] };
      expect(ranking).toMatchObject({
        criteriaSet: set.id,
        criteriaVersion: '2.0.0',
        criteriaStatus: 'official',
        units: [{ unit: { name: unitName } }],
      });
      expect(ranking.units[0]?.points).not.toBe('0');
    });
    expect((await runCommand('verify', setFile)).exitCode).toBe(0);
  } finally {
    for (const office of [city, commune]) await office.close();
  }
});
