import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { createTranslate } from '../../electron/backend/translate.ts';
import { chromiumArguments, chromiumFile } from '../helpers/chromium.ts';
import { startBrowserHost } from '../helpers/browserHost.ts';
import { takeComparison } from './comparison.ts';
import { takeExchange } from './exchange.ts';
import { takeLevelAbove } from './levelAbove.ts';
import { takeReturned } from './returned.ts';
import { takeSending } from './sending.ts';

// Takes the pictures of the README and of the user guide from the built app with its demo: `npm run pictures`.
const words = createTranslate('vi');
const pictures = path.resolve(import.meta.dirname, '../../docs/pictures');

/** Screens by the end of their address; those of an assessment stand below its own. */
const screens: readonly {
  name: string;
  of: 'app' | 'assessment';
  address: string;
  /** A text that comes with what the screen is about. */
  shows?: string;
  look?: string;
}[] = [
  { name: 'first-run', of: 'app', address: 'first-run' },
  { name: 'home', of: 'app', address: '', shows: 'Phường Hải Châu' },
  { name: 'settings', of: 'app', address: 'settings' },
  { name: 'backups', of: 'app', address: 'backups' },
  { name: 'desk', of: 'assessment', address: '/px-030' },
  { name: 'sign', of: 'assessment', address: '/sign' },
  { name: 'overview', of: 'assessment', address: '/overview' },
  { name: 'evidence', of: 'assessment', address: '/px-008', look: words('desk:evidence.title') },
];

async function takePictures(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('link', { name: 'Phường Hải Châu' }).click();
  await page.waitForURL(/#\/assessments\/[^/]+/u);
  const assessment = /#(\/assessments\/[^/]+)/u.exec(page.url())?.[1] ?? '';
  for (const { name, of, address: end, shows, look } of screens) {
    await page.goto(`${new URL(page.url()).origin}/#${of === 'app' ? `/${end}` : assessment + end}`);
    await page.waitForLoadState('networkidle');
    await page.getByRole('heading').first().waitFor();
    if (shows !== undefined) await page.getByText(shows).first().waitFor();
    if (look !== undefined) {
      await page.getByRole('heading', { name: look }).evaluate((heading) => heading.scrollIntoView());
    }
    await page.screenshot({ path: path.join(pictures, `${name}.png`) });
  }
  await takePath(page, assessment);
  await takeScorecard(page);
  await takeExchange(page, pictures);
  await takeSending(page, pictures);
  const back = mkdtempSync(path.join(os.tmpdir(), 'thuoc-so-back-'));
  try {
    const files = await takeLevelAbove(page, pictures, back);
    await takeReturned(page, pictures, back, files);
  } finally {
    rmSync(back, { recursive: true, force: true });
  }
}

async function takePath(page: Page, assessment: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#${assessment}/px-030`);
  await page.getByRole('button', { name: words('desk:side.path'), exact: true }).click();
  await page.screenshot({ path: path.join(pictures, 'path.png') });
}

/** The first page of the printed card, beside the first page of its table. */
async function takeScorecard(page: Page): Promise<void> {
  await page.getByRole('button', { name: words('desk:side.result'), exact: true }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: words('desk:print.button') }).click();
  const pdf = await (await downloading).path();
  execFileSync('pdftoppm', ['-png', '-r', '70', '-singlefile', pdf, path.join(pictures, 'scorecard')]);
}

const data = mkdtempSync(path.join(os.tmpdir(), 'thuoc-so-pictures-'));
mkdirSync(pictures, { recursive: true });
const host = await startBrowserHost(data, '--demo');
const browser = await chromium.launch({ executablePath: chromiumFile(), args: [...chromiumArguments] });
try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
  await takePictures(page, host.address());
  await takeComparison(browser, pictures);
} finally {
  await browser.close();
  await host.kill();
  rmSync(data, { recursive: true, force: true });
}
