import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { openWorkspace } from '../../electron/backend/backend.ts';
import { saveProfile } from '../../electron/backend/usecases/profile.ts';
import { createTranslate } from '../../electron/backend/translate.ts';
import { startBrowserHost } from '../helpers/browserHost.ts';
import { runCommand } from '../helpers/commandLine.ts';
import { productFolder } from '../helpers/content.ts';
import { valueOf } from '../helpers/valueOf.ts';
import { AppraisalPage } from './appraisalPage.ts';
import { expect, test } from './fixtures.ts';
import { HomePage } from './homePage.ts';
import { SigningPage } from './signingPage.ts';
import { workAs } from './tourDashboard.ts';

const words = createTranslate('vi');
const chairman = { name: 'Trần Văn Mẫu', title: 'Chủ tịch UBND phường', place: 'Hải Châu' };

/** The data file of a city where nobody has done anything yet but say so. */
function openCity(folder: string): string {
  mkdirSync(folder);
  const databaseFile = path.join(folder, 'thuoc-so.sqlite');
  const contentFolder = path.join(productFolder, 'criteria');
  const now = () => new Date();
  const workspace = valueOf(
    openWorkspace({ databaseFile, contentFolder, now, newId: randomUUID, appVersion: '0.0.0' }),
  );
  valueOf(saveProfile(workspace.context, { role: 'city', unitCode: '48', header: {} }));
  workspace.close();
  return databaseFile;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('an officer puts a signed form into the outbox, sends it by a stick, and its receipt turns the card green', async ({
  page,
  dataFolder,
}) => {
  const stick = path.join(dataFolder, 'USB');
  mkdirSync(stick);
  const city = openCity(path.join(dataFolder, 'city'));
  const host = await startBrowserHost(path.join(dataFolder, 'ward'), '--demo');
  const picture = async (name: string) =>
    await page.screenshot({ path: path.join(test.info().outputDir, `${name}.png`) });
  const home = new HomePage(page);
  const goHome = () => page.goto(new URL('#/', page.url()).href);
  try {
    await home.open(host);
    await workAs(page, 'commune', '20242');

    await test.step('the stick is set up as a place and tried out', async () => {
      await page.getByRole('link', { name: words('home:sync') }).click();
      await button(page, words('sync:targets.add')).click();
      await page.getByRole('radio', { name: words('sync:form.kinds.folder') }).check();
      await page.getByRole('textbox', { name: words('sync:form.name') }).fill('USB của phòng');
      await page.getByRole('textbox', { name: words('sync:form.address.folder') }).fill(stick);
      await picture('place');
      await button(page, words('sync:form.save')).click();
      await button(page, words('sync:targets.check')).click();
      await expect(page.getByText(words('sync:check.works'))).toBeVisible();
      await picture('tried');
    });

    await test.step('the form is signed, written, and put into the outbox; nothing is sent by that', async () => {
      await goHome();
      await page.getByRole('link', { name: 'Phường Hải Châu' }).first().click();
      const signing = new SigningPage(page);
      await signing.open();
      await signing.sign(chairman);
      await goHome();
      const card = page.getByRole('article').filter({ hasText: 'Phường Hải Châu' });
      await card.getByRole('button', { name: words('home:card.export') }).click();
      await button(page, words('exporting:write')).click();
      await button(page, words('sync:add.to', { target: 'USB của phòng' })).click();
      await picture('added');
      await expect(page.getByText(words('sync:add.done', { target: 'USB của phòng' }))).toBeVisible();
      expect(readdirSync(stick)).toEqual([]);
      await page.keyboard.press('Escape');
      await goHome();
      await expect(page.getByText(words('home:outbox.waiting', { count: 1 }))).toBeVisible();
      await picture('home-waiting');
    });

    await test.step('it is sent when the officer says so', async () => {
      await page.getByRole('link', { name: words('home:outbox.open') }).click();
      await button(page, words('sync:outbox.sendAll', { count: 1 })).click();
      await expect(page.getByText(/^Đã gửi và kiểm tra lúc/u)).toBeVisible();
      expect(
        readdirSync(stick, { recursive: true }).filter((name) => String(name).endsWith('.thuocso')),
      ).toHaveLength(1);
      await picture('sent');
    });

    await test.step('the city fetches it and leaves its receipt; fetching that turns the card green', async () => {
      const synced = await runCommand('sync', '--db', city, '--target', stick, '--json');
      expect(synced.exitCode, synced.stderr).toBe(0);
      await button(page, words('sync:targets.synchronise')).click();
      await expect(page.getByText(/Thành phố Đà Nẵng đã nhận lúc/u)).toBeVisible();
      await picture('received');
      await goHome();
      await expect(page.getByRole('article').filter({ hasText: 'Phường Hải Châu' })).toHaveAttribute(
        'data-received',
        'true',
      );
    });
  } finally {
    await host.stop();
  }
});

async function addStick(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#/sync'));
  await button(page, words('sync:targets.add')).click();
  await page.getByRole('radio', { name: words('sync:form.kinds.folder') }).check();
  await page.getByRole('textbox', { name: words('sync:form.address.folder') }).fill('/media/usb');
  await button(page, words('sync:form.save')).click();
}

test('who stops sending sees at once that it will stop, even where the file under way takes long', async ({
  host,
  page,
}) => {
  const counts = { folders: 0, foldersUnchanged: 0, listed: 0, fetched: 0, imported: 0, known: 0 };
  const job = { id: 'a', targetId: 'a', toSend: 3, refusals: [], errors: [] };
  const sending = {
    ...job,
    state: 'sending',
    counts: { ...counts, refused: 0, postponed: 0, receipts: 0, sent: 1, failed: 0 },
  };
  const answer = async (name: string, value: unknown) =>
    await page.route(`**/api/${name}`, (route) => route.fulfill({ json: { ok: true, value } }));
  await answer('sync.start', { id: 'a' });
  await answer('sync.read', sending);
  await answer('sync.cancel', {});
  await new HomePage(page).open(host);
  await addStick(page);
  await button(page, words('sync:targets.synchronise')).click();
  await expect(page.getByText(words('sync:work.sentOf', { done: 1, total: 3 }))).toBeVisible();
  const stop = button(page, words('sync:work.cancel'));
  await stop.click();
  await expect(stop).toBeDisabled();
  await expect(page.getByText(words('sync:work.stopping'))).toBeVisible();
  await page.screenshot({ path: path.join(test.info().outputDir, 'stopping.png') });
  await answer('sync.read', { ...sending, state: 'cancelled' });
  await expect(page.getByText(words('sync:work.ended.cancelled'))).toBeVisible();
});

test('a try that begins by itself is followed, and what it did stands in the list without a reload', async ({
  host,
  page,
}) => {
  const answer = async (name: string, value: unknown) =>
    await page.route(`**/api/${name}`, (route) => route.fulfill({ json: { ok: true, value } }));
  const counts = { folders: 0, foldersUnchanged: 0, listed: 0, fetched: 0, imported: 0, known: 0 };
  const job = {
    id: 'b',
    targetId: 'a',
    toSend: 1,
    refusals: [],
    errors: [],
    counts: { ...counts, refused: 0, postponed: 0, receipts: 0, sent: 0, failed: 0 },
  };
  await new HomePage(page).open(host);
  await addStick(page);
  await expect(button(page, words('sync:targets.synchronise'))).toBeEnabled();
  await answer('sync.read', { ...job, state: 'sending' });
  await answer('sync.newest', { id: 'b' });
  await expect(page.getByText(words('sync:work.sentOf', { done: 0, total: 1 }))).toBeVisible();
  await expect(button(page, words('sync:targets.synchronise'))).toBeDisabled();
  const reloaded = page.waitForRequest('**/api/outbox.list');
  await answer('sync.read', { ...job, state: 'done', counts: { ...job.counts, sent: 1 } });
  await reloaded;
  await expect(page.getByText(words('sync:work.ended.done'))).toBeVisible();
  await expect(button(page, words('sync:targets.synchronise'))).toBeEnabled();
});

test('a place is forgotten only when the officer says so twice', async ({ host, page }) => {
  await new HomePage(page).open(host);
  await addStick(page);
  const place = page.getByRole('article', { name: '/media/usb' });
  await button(page, words('sync:targets.remove')).click();
  await expect(page.getByRole('dialog')).toContainText(words('sync:removal.what'));
  await page.screenshot({ path: path.join(test.info().outputDir, 'removal.png') });
  await button(page, words('app:cancel')).click();
  await expect(place).toBeVisible();
  await button(page, words('sync:targets.remove')).click();
  await button(page, words('sync:removal.yes')).click();
  await expect(place).toHaveCount(0);
  await expect(page.getByText(words('sync:targets.none'))).toBeVisible();
});

test('a file goes into the outbox with the passphrase that it was written with, whatever the form says by then', async ({
  page,
  dataFolder,
}) => {
  const host = await startBrowserHost(dataFolder, '--demo');
  const secret = 'mật khẩu thứ nhất';
  const file = { downloadId: 'd', fileName: 'a.thuocso', size: 1, revision: 1, contentDigest: 'a' };
  const written = { ...file, sha256: 'a', shortCode: 'a', signed: true, masked: false, encrypted: true };
  const counted = { criteriaAnswered: 1, evidenceCards: 0, evidenceFiles: 0 };
  let goOn = (): void => undefined;
  const answer = (name: string, value: unknown) =>
    page.route(`**/api/${name}`, async (route) => {
      await new Promise<void>((resolve) => (goOn = resolve));
      await route.fulfill({ json: { ok: true, value } });
    });
  /** Writes with a passphrase and takes it out of the form while the file is being written. */
  const write = async (name: string): Promise<void> => {
    const protection = (kind: 'passphrase' | 'none') =>
      page.getByRole('radio', { name: words(`exporting:protection.${kind}`), exact: true });
    await protection('passphrase').check();
    for (const field of ['first', 'again'] as const) {
      await page.getByLabel(words(`exporting:passphrase.${field}`), { exact: true }).fill(secret);
    }
    const writing = page.waitForRequest('**/api/{packages,receipts}.export');
    await button(page, name).click();
    await writing;
    await protection('none').check();
    goOn();
    const asked = page.waitForRequest('**/api/outbox.add');
    await button(page, words('sync:add.to', { target: '/media/usb' })).click();
    expect((await asked).postDataJSON()).toMatchObject({ downloadId: 'd', passphrase: secret });
  };
  try {
    await answer('packages.export', { ...written, ...counted });
    await answer('receipts.export', { ...file, sha256: 'a', encrypted: true });
    await new HomePage(page).open(host);
    await workAs(page, 'commune', '20242');
    await addStick(page);
    await page.getByRole('article', { name: '/media/usb' }).waitFor();
    await page.evaluate(() => (location.hash = '#/'));
    const card = page.getByRole('article').filter({ hasText: 'Phường Hải Châu' });
    await card.getByRole('button', { name: words('home:card.export') }).click();
    await write(words('exporting:write'));
    await page.keyboard.press('Escape');
    await workAs(page, 'aggregator', '48');
    await new AppraisalPage(page, words).open();
    await button(page, words('appraisal:send.receipt')).click();
    await write(words('appraisal:send.receiptWrite'));
  } finally {
    await host.kill();
  }
});
