import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { createTranslate } from '../../electron/backend/translate.ts';
import { hostileFolder, writeDemo } from '../../electron/hosts/cli/demo/writeDemo.ts';
import { startBrowserHost } from '../helpers/browserHost.ts';
import { chromiumArguments, chromiumFile } from '../helpers/chromium.ts';
import { readContent } from '../helpers/content.ts';
import { valueOf } from '../helpers/valueOf.ts';
import { watchTasks } from './longTasks.ts';
import { round } from './measure.ts';

/** The demo of so many units has somewhat more than a thousand files. */
const units = 800;
const words = createTranslate('vi');

/**
 * A thousand files through the screen: how long until every verdict is there and until all are in, and the tasks of
 * more than 50 ms meanwhile, for which an officer would have to wait. In milliseconds of the processor as it is.
 */
export async function measureImportScreen() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'thuoc-so-bench-'));
  const sent = path.join(folder, 'sent');
  const demo = valueOf(await writeDemo(readContent(), { folder: sent, units, seed: 'thuoc-so' }));
  rmSync(path.join(sent, hostileFolder), { recursive: true });
  const host = await startBrowserHost(path.join(folder, 'data'), '--demo');
  const browser = await chromium.launch({ executablePath: chromiumFile(), args: [...chromiumArguments] });
  try {
    const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
    await page.goto(host.address());
    await page.getByRole('link', { name: words('home:receive') }).click();
    const protocol = await page.context().newCDPSession(page);
    const milliseconds = { checked: 0, imported: 0 };
    const times = await watchTasks(page, protocol, async () => {
      const startedAt = performance.now();
      const folderField = `input[type=file][aria-label="${words('imports:choose.folder')}"]`;
      await page.locator(folderField).setInputFiles(sent);
      await phase(page, 'checked');
      milliseconds.checked = round(performance.now() - startedAt);
      await page
        .getByRole('region', { name: words('imports:commit.label') })
        .getByRole('button')
        .last()
        .click();
      await phase(page, 'done');
      milliseconds.imported = round(performance.now() - startedAt);
    });
    const files = Object.values(demo.files).reduce((sum, count) => sum + count, 0);
    return { files, milliseconds, ...times };
  } finally {
    await browser.close();
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function phase(page: Page, name: 'checked' | 'done'): Promise<void> {
  const line = page.getByRole('status').filter({ hasText: words(`imports:phase.${name}`) });
  await line.waitFor({ state: 'attached', timeout: 600_000 });
}
