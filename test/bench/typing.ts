import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { startBrowserHost } from '../helpers/browserHost.ts';
import { chromiumArguments, chromiumFile } from '../helpers/chromium.ts';
import { watchTasks } from './longTasks.ts';

const slowdown = 4;
const sentence = 'Phường đã ban hành kế hoạch, phân công từng tổ dân phố và báo cáo hằng quý. ';
const sentences = 4;

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
    const field = page.locator('section textarea').first();
    await field.focus();
    const protocol = await page.context().newCDPSession(page);
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const times = await watchTasks(page, protocol, async () => {
      // As fast as a quick typist: what comes after each stroke has its time.
      for (let typed = 0; typed < sentences; typed += 1) await page.keyboard.type(sentence, { delay: 80 });
      await page.waitForTimeout(1000);
    });
    return { slowdown, keystrokes: sentence.length * sentences, ...times };
  } finally {
    await browser.close();
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
