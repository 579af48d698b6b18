import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { dataFolderVariable } from '../../electron/hosts/dataFolder.ts';
import { versionsFolderName } from '../../electron/hosts/desktop/updates/portableVersions.ts';
import { updateEnding, updateKinds } from '../../electron/hosts/desktop/updates/updateManifest.ts';
import { root } from '../bootstrap.mjs';
import { electronDistVariable } from './electronSource.ts';

const read = (name: string) => readFileSync(path.join(root, name), 'utf8');
const page = read('docs/deploy.md');

interface BuilderSettings {
  readonly win: { readonly artifactName: string; readonly requestedExecutionLevel: string };
  readonly nsis: Readonly<Record<string, unknown>>;
  readonly fileAssociations: readonly { readonly ext: string; readonly icon: string }[];
  readonly extraResources: readonly { readonly from: string }[];
}
const settings = load(read('electron-builder.yml')) as BuilderSettings;

test('every threat of the security dossier names the tests that show what protects, and each of them is there', () => {
  const start = page.search(/^\| threat /mu);
  const rows = page.slice(start, page.indexOf('### What is not protected')).trim().split('\n').slice(2);
  expect(rows.length).toBeGreaterThan(12);
  for (const row of rows) {
    const shown = row.split('|').at(-2) ?? '';
    const tests = [...shown.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name);
    expect(tests.length, row).toBeGreaterThan(0);
    for (const name of tests) expect(existsSync(path.join(root, name)), name).toBe(true);
  }
});

test('the page names folders, variables and endings as the program does', () => {
  const words = [
    dataFolderVariable,
    electronDistVariable,
    versionsFolderName,
    updateEnding,
    'thuoc-so-du-lieu',
  ];
  for (const word of words) expect(page, word).toContain(word);
  expect(updateKinds.some((kind) => page.includes(`--kind ${kind}`))).toBe(true);
});

test('the Windows installer wants no administrator, speaks Vietnamese and leaves the data alone', () => {
  expect(settings.win.requestedExecutionLevel).toBe('asInvoker');
  expect(settings.nsis).toMatchObject({
    perMachine: false,
    allowElevation: false,
    packElevateHelper: false,
    deleteAppDataOnUninstall: false,
    // Vietnamese in Windows' list of languages.
    language: '1066',
  });
  // Without the mark NSIS reads the text in the machine's old code page.
  expect(read(String(settings.nsis['license'])).startsWith('\uFEFF')).toBe(true);
  const script = read(String(settings.nsis['include']));
  expect(script).toContain('$LOCALAPPDATA\\thuoc-so-setups');
  expect(script).not.toContain('APPDATA\\thuoc-so"');
});

test('everything that the packages are made of beside the program is there', () => {
  const files = [
    ...settings.extraResources.map(({ from }) => from),
    ...settings.fileAssociations.map(({ icon }) => icon),
    'resources/icons/app.ico',
    'resources/icons/linux/512x512.png',
  ];
  for (const file of files) expect(existsSync(path.join(root, file)), file).toBe(true);
  expect(settings.fileAssociations.map(({ ext }) => ext)).toEqual(['thuocso']);
});
