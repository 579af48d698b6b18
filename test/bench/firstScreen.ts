import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { listBuiltScreens } from '../../electron/hosts/builtScreens.ts';
import { startServer } from '../../electron/hosts/browser/server.ts';
import { startBrowserHost } from '../helpers/browserHost.ts';
import { chromiumArguments, chromiumFile } from '../helpers/chromium.ts';
import { refusingBackend } from '../helpers/refusingBackend.ts';
import { buildEmptyPage } from './emptyPage.ts';
import { percentile, round } from './measure.ts';

const slowdown = 4;
const runs = 9;

/** Set on the page by the scripts below. */
declare global {
  interface Window {
    usableAt?: number;
    clickedAt?: number;
    watchFor: (selector: string) => void;
  }
}

/**
 * From the start of navigation until the first control in `main` has been painted, on a processor slowed down four
 * times, with nothing cached: for the home screen with the demo's assessments and for an empty page of the same stack.
 * And from the click on a card of the home screen until the desk's 75 criteria are painted. In turns, so that whatever
 * else the machine does meets all of them.
 */
export async function measureFirstScreen() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'thuoc-so-bench-'));
  const host = await startBrowserHost(folder, '--demo');
  const empty = await serveEmptyPage(folder);
  const browser = await chromium.launch({ executablePath: chromiumFile(), args: [...chromiumArguments] });
  const times = { home: [] as number[], desk: [] as number[], empty: [] as number[] };
  try {
    for (let run = 0; run < runs; run += 1) {
      times.empty.push((await openSlowly(browser, empty.address(), ignore)).milliseconds);
      const { milliseconds, next } = await openSlowly(browser, host.address(), clickOnFirstCard);
      times.home.push(milliseconds);
      times.desk.push(next);
    }
  } finally {
    await browser.close();
    await empty.close();
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const emptyPage = percentile(times.empty, 50);
  const compared = (all: readonly number[]) => {
    const milliseconds = percentile(all, 50);
    return { milliseconds, ratio: round(milliseconds / emptyPage) };
  };
  return { slowdown, runs, emptyPage, home: compared(times.home), desk: compared(times.desk) };
}

async function serveEmptyPage(folder: string) {
  const screens = listBuiltScreens(await buildEmptyPage());
  if (screens === null) throw new Error('The empty page was not built');
  let address = '';
  const server = await startServer({
    backend: refusingBackend(),
    screens,
    port: 0,
    sessionFile: path.join(folder, 'empty-page-sessions'),
    signedOutText: '',
    onAddress: (next) => (address = next),
    log: (line) => process.stderr.write(`${line}\n`),
  });
  return { address: () => address, close: () => server.close() };
}

async function openSlowly<T>(
  browser: Browser,
  address: string,
  goOn: (page: Page) => Promise<T>,
): Promise<{ readonly milliseconds: number; readonly next: T }> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(() => {
    window.watchFor = (selector) => {
      new MutationObserver((_, observer) => {
        if (document.querySelector(selector) === null) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => (window.usableAt = performance.now())));
      }).observe(document, { childList: true, subtree: true });
    };
    window.watchFor('main button, main a');
  });
  await page.goto(address);
  const milliseconds = await usableAt(page);
  const next = await goOn(page);
  await context.close();
  return { milliseconds, next };
}

async function usableAt(page: Page): Promise<number> {
  await page.waitForFunction(() => window.usableAt !== undefined);
  return await page.evaluate(() => window.usableAt ?? Number.NaN);
}

async function ignore(): Promise<void> {
  // Nothing follows on the empty page.
}

/** Milliseconds from the click on. An officer has looked at the home screen before. */
async function clickOnFirstCard(page: Page): Promise<number> {
  await page.getByRole('link', { name: 'Phường Hải Châu' }).waitFor();
  await page.waitForTimeout(1000);
  await page.evaluate(() => {
    delete window.usableAt;
    window.watchFor('section[aria-labelledby] h2');
    document.addEventListener('click', () => (window.clickedAt = performance.now()), { capture: true });
  });
  await page.getByRole('link', { name: 'Phường Hải Châu' }).click();
  const painted = await usableAt(page);
  return painted - (await page.evaluate(() => window.clickedAt ?? Number.NaN));
}
