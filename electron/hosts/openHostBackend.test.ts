import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../test/helpers/temporaryFolder.ts';
import { codesOf, valueOf } from '../../test/helpers/testWorkspace.ts';
import { openHostBackend } from './openHostBackend.ts';

const productFolder = path.resolve(import.meta.dirname, '../..');

function open(dataFolder: string, wantsRestore: boolean) {
  const restored: Date[] = [];
  const opened = openHostBackend({
    dataFolder,
    productFolder,
    log: () => undefined,
    wantsRestore: () => wantsRestore,
    onRestored: (createdAt) => restored.push(createdAt),
  });
  return { opened, restored };
}

test('a damaged database opens from its newest backup, but only where that is wanted', async () => {
  const dataFolder = makeTemporaryFolder();
  const first = valueOf(open(dataFolder, false).opened);
  await first.call('app.setLanguage', { language: 'en' });
  valueOf(await first.call('backups.create', {}));
  first.close();
  const file = path.join(dataFolder, 'thuoc-so.sqlite');
  writeFileSync(file, readFileSync(file).fill(0xff, 4096));
  expect(codesOf(open(dataFolder, false).opened)).toEqual(['database-damaged']);
  const { opened, restored } = open(dataFolder, true);
  expect(await valueOf(opened).call('app.status', {})).toMatchObject({ value: { language: 'en' } });
  expect(restored).toHaveLength(1);
  valueOf(opened).close();
});

test('asking for a restore leaves sound data alone', () => {
  const dataFolder = makeTemporaryFolder();
  valueOf(open(dataFolder, false).opened).close();
  const { opened, restored } = open(dataFolder, true);
  expect(restored).toEqual([]);
  valueOf(opened).close();
});
