import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { chromiumArguments, chromiumFile } from '../../test/helpers/chromium.ts';
import { root } from '../bootstrap.mjs';
import { writeIco, type IconPicture } from './writeIco.ts';

// Draws the icons of the packages from their SVGs; to be run after an SVG was changed, and its results committed.
const folder = path.join(root, 'resources', 'icons');
/** The application wears the icon of its screens. */
const drawings = {
  app: path.join(root, 'renderer', 'public', 'icon.svg'),
  package: path.join(folder, 'package.svg'),
} as const;
const icoSizes = [16, 24, 32, 48, 64, 128, 256];
/** Linux takes single files, named by their size. */
const linuxSizes = [16, 32, 48, 64, 128, 256, 512];

const browser = await chromium.launch({ executablePath: chromiumFile(), args: [...chromiumArguments] });
try {
  for (const [name, svg] of Object.entries(drawings)) {
    const pictures = await Promise.all(icoSizes.map((pixels) => draw(browser, svg, pixels)));
    writeFileSync(path.join(folder, `${name}.ico`), writeIco(pictures));
  }
  mkdirSync(path.join(folder, 'linux'), { recursive: true });
  for (const pixels of linuxSizes) {
    const { png } = await draw(browser, drawings.app, pixels);
    writeFileSync(path.join(folder, 'linux', `${String(pixels)}x${String(pixels)}.png`), png);
  }
} finally {
  await browser.close();
}

async function draw(drawer: Browser, file: string, pixels: number): Promise<IconPicture> {
  const page = await drawer.newPage({ viewport: { width: pixels, height: pixels } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${readFileSync(file, 'utf8')}`,
  );
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return { pixels, png };
}
