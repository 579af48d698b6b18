import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { listBuiltScreens } from '../../electron/hosts/builtScreens.ts';
import { startServer } from '../../electron/hosts/browser/server.ts';
import { failWith } from '../../shared/errors/result.ts';
import { startBrowserHost } from '../helpers/browserHost.ts';
import { chromiumArguments, chromiumFile } from '../helpers/chromium.ts';
import { buildEmptyPage } from './emptyPage.ts';
import { percentile, round } from './measure.ts';

const slowdown = 4;
const runs = 9;

/** Set on the page by the script below. */
declare global {
  interface Window {
    usableAt?: number;
  }
}

/**
 * From the start of navigation until the first control in `main` has been painted, on a processor slowed down four
 * times, with nothing cached. Once for the home screen with the demo's assessments, once for an empty page of the
 * same stack; in turns, so that whatever else the machine does meets both.
 */
export async function measureFirstScreen() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'thuoc-so-bench-'));
  const host = await startBrowserHost(folder, '--demo');
  const empty = await serveEmptyPage(folder);
  const browser = await chromium.launch({ executablePath: chromiumFile(), args: [...chromiumArguments] });
  const times = { home: [] as number[], empty: [] as number[] };
  try {
    for (let run = 0; run < runs; run += 1) {
      times.empty.push(await openSlowly(browser, empty.address()));
      times.home.push(await openSlowly(browser, host.address()));
    }
  } finally {
    await browser.close();
    await empty.close();
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const [home, emptyPage] = [percentile(times.home, 50), percentile(times.empty, 50)];
  return {
    slowdown,
    runs,
    homeMilliseconds: home,
    emptyPageMilliseconds: emptyPage,
    ratio: round(home / emptyPage),
  };
}

async function serveEmptyPage(folder: string) {
  const screens = listBuiltScreens(await buildEmptyPage());
  if (screens === null) throw new Error('The empty page was not built');
  let address = '';
  const server = await startServer({
    backend: {
      call: (name) => Promise.resolve(failWith('call-unknown', { name })),
      storeEvidence: () => Promise.resolve(failWith('call-unknown')),
      findEvidence: () => Promise.resolve(failWith('evidence-file-missing')),
    },
    screens,
    port: 0,
    sessionFile: path.join(folder, 'empty-page-sessions'),
    signedOutText: '',
    onAddress: (next) => (address = next),
    log: (line) => process.stderr.write(`${line}\n`),
  });
  return { address: () => address, close: () => server.close() };
}

async function openSlowly(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('main button, main a') === null) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => (window.usableAt = performance.now())));
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(address);
  await page.waitForFunction(() => window.usableAt !== undefined);
  const usableAt = await page.evaluate(() => window.usableAt ?? Number.NaN);
  await context.close();
  return usableAt;
}
