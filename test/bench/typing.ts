import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { startBrowserHost } from '../helpers/browserHost.ts';
import { chromiumArguments, chromiumFile } from '../helpers/chromium.ts';
import { round } from './measure.ts';

const slowdown = 4;
const sentence = 'Phường đã ban hành kế hoạch, phân công từng tổ dân phố và báo cáo hằng quý. ';
const sentences = 4;

/** Set on the page by the script below. */
declare global {
  interface Window {
    longTasks?: number[];
  }
}

/**
 * Tasks of more than 50 ms while an explanation is typed into the demo's form of 75 criteria, on a processor slowed
 * down four times; in milliseconds of that processor.
 */
export async function measureTyping() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'thuoc-so-bench-'));
  const host = await startBrowserHost(folder, '--demo');
  const browser = await chromium.launch({ executablePath: chromiumFile(), args: [...chromiumArguments] });
  try {
    const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
    await page.goto(host.address());
    await page.getByRole('link', { name: 'Phường Hải Châu' }).click();
    await page.locator('section textarea').first().waitFor();
    const protocol = await page.context().newCDPSession(page);
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    return { slowdown, ...(await typeAndWatch(page)) };
  } finally {
    await browser.close();
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function typeAndWatch(page: Page) {
  await page.locator('section textarea').first().focus();
  await page.evaluate(() => {
    const found: number[] = [];
    window.longTasks = found;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) found.push(duration);
    }).observe({ type: 'longtask' });
  });
  // As fast as a quick typist: what comes after each stroke has its time.
  for (let typed = 0; typed < sentences; typed += 1) await page.keyboard.type(sentence, { delay: 80 });
  await page.waitForTimeout(1000);
  const longTasks = await page.evaluate(() => window.longTasks ?? []);
  return {
    keystrokes: sentence.length * sentences,
    longTasks: longTasks.length,
    longest: longTasks.length === 0 ? 0 : round(Math.max(...longTasks)),
  };
}
