import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { productFolder } from '../helpers/content.ts';

interface Size {
  readonly bytes: number;
  readonly gzipped: number;
}

/** What is built: all that the first page names, and everything by kind of file. */
export function measureBundles() {
  const folder = path.join(productFolder, 'out/renderer');
  const index = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const named = [...index.matchAll(/(?:src|href)="\.?\/?([^"]+\.(?:js|css))"/gu)].map(
    (match) => match[1] ?? '',
  );
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(path.join(folder, name)).isFile(),
  );
  const ofKind = (...endings: string[]) => files.filter((name) => endings.includes(path.extname(name)));
  const sizeOf = (names: readonly string[]) => addSizes(names.map((name) => path.join(folder, name)));
  return {
    firstPage: sizeOf(['index.html', ...named]),
    scripts: sizeOf(ofKind('.js')),
    styles: sizeOf(ofKind('.css')),
    fonts: sizeOf(ofKind('.woff', '.woff2', '.ttf')),
    desktopMain: addSizes([path.join(productFolder, 'out/main/main.js')]),
  };
}

function addSizes(files: readonly string[]): Size {
  const contents = files.map((file) => readFileSync(file));
  return {
    bytes: contents.reduce((sum, content) => sum + content.length, 0),
    gzipped: contents.reduce((sum, content) => sum + gzipSync(content).length, 0),
  };
}
