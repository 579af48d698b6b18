import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** One file of the built screens, ready to be answered. */
export interface ScreenFile {
  readonly contentType: string;
  readonly cacheControl: string;
  readonly read: () => Promise<Buffer>;
}

/** The built screens by URL path. Only what was listed at the start can be asked for, so no path can lead outside. */
export type BuiltScreens = ReadonlyMap<string, ScreenFile>;

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Lists `folder` (out/renderer); `null` when the screens have not been built. */
export function listBuiltScreens(folder: string): BuiltScreens | null {
  const index = path.join(folder, 'index.html');
  if (statSync(index, { throwIfNoEntry: false })?.isFile() !== true) return null;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const screens = new Map(
    files.map((entry) => toScreenFile(folder, path.join(entry.parentPath, entry.name))),
  );
  const home = screens.get('/index.html');
  if (home !== undefined) screens.set('/', home);
  return screens;
}

function toScreenFile(folder: string, file: string): [string, ScreenFile] {
  const urlPath = `/${path.relative(folder, file).split(path.sep).join('/')}`;
  // Files below assets/ carry a digest of their content in their name.
  const cacheControl = urlPath.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache';
  const contentType = contentTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
  return [urlPath, { contentType, cacheControl, read: () => readFile(file) }];
}
