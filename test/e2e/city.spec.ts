import { readdirSync } from 'node:fs';
import path from 'node:path';
import { findSet } from '../../electron/backend/files/content.ts';
import { createTranslate } from '../../electron/backend/translate.ts';
import { startBrowserHost } from '../helpers/browserHost.ts';
import { runCommand } from '../helpers/commandLine.ts';
import { valueOf } from '../helpers/valueOf.ts';
import { DeskPage } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { HomePage } from './homePage.ts';
import { workAs } from './tourDashboard.ts';

const words = createTranslate('vi');

test("the city's own sheet takes its figures from the results of the wards, with the calculation", async ({
  page,
  content,
  dataFolder,
}) => {
  const demo = path.join(dataFolder, 'demo');
  const database = path.join(dataFolder, 'thuoc-so.sqlite');
  expect((await runCommand('demo', '--out', demo, '--units', '6')).exitCode).toBe(0);
  const files = readdirSync(demo)
    .filter((name) => name.endsWith('.thuocso'))
    .map((name) => path.join(demo, name));
  expect((await runCommand('import', '--db', database, ...files)).exitCode).toBe(0);
  const { set } = valueOf(findSet(content, 'da-nang-cap-thanh-pho'));
  const host = await startBrowserHost(dataFolder);
  try {
    const home = new HomePage(page);
    await home.open(host);
    await workAs(page, 'city', '48');
    await home.create({ search: '48', unitName: 'Thành phố Đà Nẵng', year: '2026', set });

    const desk = new DeskPage(page, set, 'vi', words);
    await desk.goTo('6.11');
    const card = page.getByRole('region', { name: words('desk:computed.title') });
    await expect(card).toContainText('chưa gửi kết quả, tính là chưa đạt');
    await card.getByText(words('desk:computed.units', { count: 93 })).click();
    await expect(card.getByRole('row')).toHaveCount(94);
    await page.screenshot({ path: path.join(test.info().outputDir, 'counted.png') });

    await card.getByRole('button', { name: words('desk:computed.take') }).click();
    await expect(card).toContainText(words('desk:computed.stands'));
    await expect(page.getByRole('textbox', { name: words('desk:evidence.subject') })).toHaveValue(
      /^Bảng tổng hợp kết quả phường, xã năm 2026/u,
    );
    await desk.waitUntilSaved();
    await page.screenshot({ path: path.join(test.info().outputDir, 'taken.png'), fullPage: true });
  } finally {
    await host.stop();
  }
});
