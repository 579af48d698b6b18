import { statSync } from 'node:fs';
import path from 'node:path';
import { expectRefusal } from '../helpers/browserHost.ts';
import { askRaw, callQuestion, signInRaw } from '../helpers/rawHttp.ts';
import { expect, test } from './fixtures.ts';

test('an address works once; a copy of it opens nothing', async ({ host, page, browser }) => {
  const address = host.address();
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(page.url()).not.toContain('token');
  const stranger = await (await browser.newContext()).newPage();
  expect((await stranger.goto(address))?.status()).toBe(401);
  await expect(stranger.locator('body')).toContainText('Cửa sổ này chưa được phép mở Thước Số');
});

test('a second window opens with the address that is printed after the first was used', async ({
  host,
  browser,
}) => {
  const first = await (await browser.newContext()).newPage();
  await first.goto(host.address());
  const second = await (await browser.newContext()).newPage();
  expect((await second.goto(host.address()))?.status()).toBe(200);
});

test('scripts cannot read the session, and no other site can use it', async ({ host, page }) => {
  await page.goto(host.address());
  expect(await page.evaluate(() => document.cookie)).toBe('');
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
});

test('the host answers its own page only', async ({ host }) => {
  const cookie = await signInRaw(host.address());
  const status = async (changes: Parameters<typeof callQuestion>[3]) =>
    (await askRaw(host.origin, callQuestion(host.origin, cookie, 'app.status', changes))).status;
  expect(await status({})).toBe(200);
  expect(await status({ headers: { cookie: '' } })).toBe(401);
  expect(await status({ headers: { host: `evil.example:${String(host.port)}` } })).toBe(421);
  expect(await status({ headers: { origin: 'http://evil.example' } })).toBe(403);
  expect(await status({ method: 'GET', body: '' })).toBe(405);
  expect(await status({ headers: { 'content-type': 'text/plain' } })).toBe(415);
  expect(await status({ body: `"${'a'.repeat(9 * 1024 * 1024)}"` })).toBe(413);
});

test('no path leads out of the built screens', async ({ host }) => {
  const cookie = await signInRaw(host.address());
  for (const urlPath of [
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/main/main.js',
    '/etc/passwd',
  ]) {
    expect((await askRaw(host.origin, { path: urlPath, headers: { cookie } })).status, urlPath).toBe(404);
  }
});

test('a second start on the same folder says so and leaves the first alone', async ({ host, dataFolder }) => {
  const refusal = await expectRefusal(dataFolder);
  expect(refusal.exitCode).toBe(1);
  expect(refusal.errorText).toContain('Dữ liệu đang được mở ở một cửa sổ khác');
  const english = await expectRefusal(dataFolder, '--lang', 'en');
  expect(english.errorText).not.toContain('Dữ liệu');
  const cookie = await signInRaw(host.address());
  const reply = await askRaw(host.origin, callQuestion(host.origin, cookie, 'assessments.list'));
  expect(JSON.parse(reply.text)).toMatchObject({ ok: true, value: { total: 0 } });
  expect(host.errorText()).toBe('');
});

test('asked to stop, the host ends cleanly and folds its log into the database', async ({
  host,
  dataFolder,
}) => {
  expect(await host.stop()).toBe(0);
  expect(statSync(path.join(dataFolder, 'thuoc-so.sqlite-wal'), { throwIfNoEntry: false })).toBeUndefined();
});

test('a taken port and a wrong option are refused in plain words', async ({ host, dataFolder }) => {
  const taken = await expectRefusal(path.join(dataFolder, 'other'), '--port', String(host.port));
  expect(taken.exitCode).toBe(1);
  expect(taken.errorText).toContain(`Cổng ${String(host.port)} đang được chương trình khác dùng`);
  const wrong = await expectRefusal(path.join(dataFolder, 'other'), '--port', 'many');
  expect(wrong.exitCode).toBe(2);
  expect(wrong.errorText).toContain('Cách dùng:');
});
