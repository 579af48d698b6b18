import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { errorCodes } from '#shared/errors/errorCodes.ts';
import { catalogue } from '#shared/i18n/catalogue.ts';
import { root } from '../bootstrap.mjs';
import { findCatalogueFaults } from './catalogueFaults.ts';
import { readTexts, type Texts } from './catalogueFiles.ts';
import { findUnusedKeys } from './usedKeys.ts';

const folder = path.join(root, 'shared', 'i18n', 'locales');
const texts = { vi: readTexts(folder, 'vi'), en: readTexts(folder, 'en') };
const keys = [...texts.vi.keys()];
const faults = [
  ...findCatalogueFaults(texts, errorCodes),
  ...namespacesOf(texts.vi)
    .filter((namespace) => !(namespace in catalogue.vi && namespace in catalogue.en))
    .map((namespace) => `${namespace}: the file exists but shared/i18n/catalogue.ts does not list it`),
  ...findUnusedKeys(keys, readProductSources()).map((key) => `${key}: no code asks for it; delete it`),
];
for (const fault of faults) console.error(fault);
console.log(`${keys.length} texts checked, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;

function namespacesOf(found: Texts): readonly string[] {
  return [...new Set([...found.keys()].map((key) => key.slice(0, key.indexOf(':'))))];
}

/** Tests do not count: a text that only a test asks for is on no screen. */
function readProductSources(): ReadonlyMap<string, string> {
  const files = ['shared', 'electron', 'renderer'].flatMap((name) =>
    readdirSync(path.join(root, name), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(root, name, file),
    ),
  );
  const sources = files.filter((file) => /\.tsx?$/u.test(file) && !/\.test\.tsx?$|\.d\.ts$/u.test(file));
  return new Map(sources.map((file) => [file, readFileSync(file, 'utf8')]));
}
