import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { createTranslate } from '../../electron/backend/translate.ts';
import { startBrowserHost } from '../helpers/browserHost.ts';
import { readContent } from '../helpers/content.ts';
import { fillTwoYears } from '../helpers/twoYears.ts';

const words = createTranslate('vi');

/** As many as a picture's figures need to look like a city's. */
const units = 60;

/** The picture of a city's desk with two years: the demo holds only one. */
export async function takeComparison(browser: Browser, pictures: string): Promise<void> {
  const data = mkdtempSync(path.join(os.tmpdir(), 'thuoc-so-years-'));
  fillTwoYears(data, readContent(), units);
  const host = await startBrowserHost(data);
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
    await page.goto(host.address());
    await page.getByRole('article').first().waitFor();
    await page.evaluate(() => (location.hash = '#/dashboard/change'));
    const links = page.getByRole('navigation', { name: words('dashboard:parts.label') });
    await page.locator('tr[data-unit]').first().waitFor();
    await links.evaluate((element) => element.scrollIntoView());
    await page.screenshot({ path: path.join(pictures, 'change.png') });
    await page.close();
  } finally {
    await host.kill();
    rmSync(data, { recursive: true, force: true });
  }
}
