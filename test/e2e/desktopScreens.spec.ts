import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { createTranslate } from '../../electron/backend/translate.ts';
import { productFolder } from '../helpers/content.ts';
import { expect, test } from './fixtures.ts';
import { HomePage } from './homePage.ts';

const t = createTranslate('vi');

/** Answers a call as the desktop host would; the browser host has neither dialogs nor installers. */
async function answer(page: Page, name: string, value: unknown): Promise<void> {
  await page.route(`**/api/${name}`, (route) => route.fulfill({ json: { ok: true, value } }));
}

/** The bridge of the desktop's preload, over the browser host's calls. */
async function layBridge(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const invoke = async (name: string, input: unknown): Promise<unknown> => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' } };
      const reply = await fetch(`/api/${name}`, { ...init, body: JSON.stringify(input) });
      return (await reply.json()) as unknown;
    };
    const onEvent = (listener: (event: unknown) => void) => {
      window.addEventListener('told-by-host', () => listener('files-opened'));
    };
    Object.assign(window, { thuocSo: { invoke, onEvent } });
  });
}

async function openSettings(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#/settings'));
  await page.getByRole('heading', { level: 1, name: t('settings:title') }).waitFor();
}

test('in the browser the settings say that updates come with the program folder', async ({ host, page }) => {
  await new HomePage(page).open(host);
  await openSettings(page);
  await expect(page.getByText(t('settings:updates.way.browser'))).toBeVisible();
  await expect(page.getByRole('button', { name: t('settings:updates.choose') })).toHaveCount(0);
});

test('an update file is looked at before it is installed, and the version before can come back', async ({
  host,
  page,
}) => {
  const state = {
    version: '0.2.0',
    way: 'file',
    previous: { version: '0.1.0', updatedAt: '2026-11-02T01:30:00Z' },
  };
  await answer(page, 'updates.read', state);
  const update = {
    version: '0.3.0',
    madeAt: '2026-11-20T02:00:00Z',
    notes: 'In phiếu nhanh hơn.\nSửa lỗi nhập tệp từ USB.',
    size: 104_857_600,
    fileName: 'thuoc-so-0.3.0-windows-setup.thuocso-update',
  };
  await answer(page, 'updates.choose', { update });
  await new HomePage(page).open(host);
  await openSettings(page);
  await page.getByRole('button', { name: t('settings:updates.goBack', { version: '0.1.0' }) }).click();
  await expect(page.getByRole('dialog')).toContainText('0.1.0');
  await page.getByRole('button', { name: t('settings:updates.keep') }).click();
  await page.getByRole('button', { name: t('settings:updates.choose') }).click();
  await expect(page.getByText('Sửa lỗi nhập tệp từ USB.')).toBeVisible();
  const refusal = { ok: false, errors: [{ code: 'update-none-chosen', params: {} }] };
  await page.route('**/api/updates.install', (route) => route.fulfill({ json: refusal }));
  await page.getByRole('button', { name: t('settings:updates.install', { version: '0.3.0' }) }).click();
  await expect(page.getByText(t('errors:update-none-chosen'))).toBeVisible();
});

test('a package opened by a double click stands on the import screen, checked', async ({ host, page }) => {
  const sample = readFileSync(path.join(productFolder, 'test/fixtures/files/v1/assessment.thuocso'));
  let list = [{ name: 'Phường Hội An.thuocso', address: '/files/opened/0' }];
  await page.route('**/files/opened', (route) => {
    const files = list;
    list = [];
    return route.fulfill({ json: { files } });
  });
  await page.route('**/files/opened/0', (route) => route.fulfill({ body: sample }));
  await layBridge(page);
  await page.goto(host.address());
  await expect(page.getByText('Phường Hội An.thuocso')).toBeVisible();
  await expect(page).toHaveURL(/#\/imports$/u);
});

test('what was left out of one import is not left out of the next that a double click begins', async ({
  host,
  page,
  packages,
}) => {
  const [first = '', second = ''] = [packages.files[0], packages.files.at(-2)];
  let list: { name: string; address: string }[] = [];
  const open = (): void => {
    list = ['một', 'hai'].map((name, index) => ({
      name: `${name}.thuocso`,
      address: `/files/opened/${String(index)}`,
    }));
  };
  await page.route('**/files/opened', (route) => route.fulfill({ json: { files: list.splice(0) } }));
  await page.route('**/files/opened/0', (route) => route.fulfill({ body: readFileSync(first) }));
  await page.route('**/files/opened/1', (route) => route.fulfill({ body: readFileSync(second) }));
  const tickOf = (name: string) =>
    page.getByRole('checkbox', { name: t('imports:list.tick', { name: `${name}.thuocso` }), exact: true });
  open();
  await layBridge(page);
  await page.goto(host.address());
  await expect(tickOf('một')).toBeChecked();
  await tickOf('hai').uncheck();
  await page.getByRole('button', { name: t('imports:commit.submit', { count: 1 }) }).click();
  await expect(page.getByText(t('imports:summary.done', { count: 1 }))).toBeVisible();
  open();
  await page.evaluate(() => window.dispatchEvent(new Event('told-by-host')));
  await expect(tickOf('hai')).toBeChecked();
});

test('the folder of a place is chosen in the dialog of the system; in the browser it is typed', async ({
  host,
  page,
}) => {
  const openPlace = async (): Promise<void> => {
    await page.evaluate(() => (location.hash = '#/sync'));
    await page.getByRole('button', { name: t('sync:targets.add') }).click();
    await page.getByRole('radio', { name: t('sync:form.kinds.folder') }).check();
  };
  const choose = page.getByRole('button', { name: t('sync:form.chooseFolder') });
  const typed = page.getByRole('textbox', { name: t('sync:form.address.folder') });
  await page.setViewportSize({ width: 1366, height: 768 });
  await new HomePage(page).open(host);
  await openPlace();
  await expect(typed).toBeVisible();
  await expect(choose).toHaveCount(0);

  await layBridge(page);
  await page.reload();
  await openPlace();
  await typed.fill('E:\\Gõ tay');
  await answer(page, 'targets.chooseFolder', { folder: null });
  await choose.click();
  await expect(typed).toHaveValue('E:\\Gõ tay');
  await answer(page, 'targets.chooseFolder', { folder: 'E:\\Thước Số' });
  await choose.click();
  await expect(typed).toHaveValue('E:\\Thước Số');
  await page.screenshot({ path: path.join(test.info().outputDir, 'choose-folder.png') });
});
