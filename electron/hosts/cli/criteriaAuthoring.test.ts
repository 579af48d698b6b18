import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { runCommand } from '../../../test/helpers/commandLine.ts';
import { openInstallation } from '../../../test/helpers/installation.ts';
import { authoringSheets, writeOfficialWorkbook } from '../../../test/helpers/officialWorkbook.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { realContent } from '../../../test/helpers/testWorkspace.ts';

/** The bonus criterion 11.2 gets another name and an id of its own, as somebody does who thinks it is another one. */
const renamed = {
  [authoringSheets.criteria]: {
    C75: 'Có mô hình, sáng kiến số được đơn vị khác học tập và nhân rộng',
    M75: '',
  },
} as const;

async function writeWorkbook(folder: string): Promise<string> {
  const file = path.join(folder, 'official.xlsx');
  writeFileSync(file, await writeOfficialWorkbook(realContent(), renamed));
  return file;
}

async function runJson(...args: readonly string[]): Promise<Record<string, unknown>> {
  const { exitCode, stdout, stderr } = await runCommand(...args, '--json');
  expect({ exitCode, stderr: exitCode === 0 ? '' : stderr }).toEqual({ exitCode: 0, stderr: '' });
  return JSON.parse(stdout) as Record<string, unknown>;
}

test('from a workbook to a folder, compared with the version before, its map edited, to a signed file', async () => {
  const folder = makeTemporaryFolder();
  const workbook = await writeWorkbook(folder);
  const imported = await runJson('criteria', 'import', workbook, '--out', path.join(folder, 'sets'));
  const setFolder = path.join(folder, 'sets', 'da-nang-phuong-xa', '2.0.0');
  expect(imported).toMatchObject({ ok: true, folder: setFolder, status: 'official', faults: [] });

  const maps = path.join(setFolder, 'maps.yaml');
  const compared = await runJson('criteria', 'diff', 'da-nang-phuong-xa@1.0.0', setFolder, '--maps', maps);
  expect(compared).toMatchObject({
    isProposed: true,
    older: { version: '1.0.0' },
    newer: { version: '2.0.0' },
  });
  expect(load(readFileSync(maps, 'utf8'))).toEqual({
    maps: [{ from: '1.0.0', changes: [{ from: 'px-073', to: ['px-077'], keepsValue: true }] }],
  });
  const { criteria } = compared as { readonly criteria: readonly { readonly kind: string }[] };
  expect(criteria.filter(({ kind }) => kind !== 'same')).toMatchObject([
    {
      kind: 'changed',
      before: [{ id: 'px-073' }],
      after: { id: 'px-077' },
      keepsValue: true,
      aspects: ['name'],
    },
  ]);

  const again = await runJson('criteria', 'diff', 'da-nang-phuong-xa', setFolder);
  expect(again).toMatchObject({ isProposed: false });

  const city = openInstallation('city', 'city', '48');
  city.close();
  const database = path.join(city.folder, 'thuoc-so.sqlite');
  const packed = await runJson(
    'criteria',
    'pack',
    setFolder,
    '--db',
    database,
    '--out',
    path.join(folder, 'sent'),
  );
  expect(packed).toMatchObject({ setId: 'da-nang-phuong-xa', setVersion: '2.0.0', verdict: 'new' });
  expect(packed['digest']).toBe(imported['digest']);
  const verified = await runJson('verify', String(packed['file']));
  expect(JSON.stringify(verified)).toContain('criteria-set');
  const twice = await runJson(
    'criteria',
    'pack',
    setFolder,
    '--db',
    database,
    '--out',
    path.join(folder, 'sent'),
  );
  expect(twice).toMatchObject({ verdict: 'same' });
  // Another map would be in the file and on no machine that has the set: it is refused.
  writeFileSync(maps, readFileSync(maps, 'utf8').replace('keepsValue: true', 'keepsValue: false'));
  const other = await runCommand(
    'criteria',
    'pack',
    setFolder,
    '--db',
    database,
    '--out',
    path.join(folder, 'sent'),
  );
  expect(other).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('set-map-published') as string,
  });
});

test('what is wrong is told cell by cell, and nothing is written', async () => {
  const folder = makeTemporaryFolder();
  const file = path.join(folder, 'faulty.xlsx');
  const cells = { [authoringSheets.criteria]: { D3: 'hai điểm', E10: 'theo cảm nhận' } };
  writeFileSync(file, await writeOfficialWorkbook(realContent(), cells));
  const out = path.join(folder, 'sets');
  const { exitCode, stdout, stderr } = await runCommand('criteria', 'import', file, '--out', out, '--json');
  expect(exitCode).toBe(1);
  expect(stderr).toContain(
    'Tiêu chí!D3: “hai điểm” ở cột “Điểm tối đa” không phải là số không âm. [cell-number]',
  );
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    faults: [{ place: 'Tiêu chí!E10' }, { place: 'Tiêu chí!D3' }],
  });
  const missing = await runCommand(
    'criteria',
    'diff',
    'da-nang-phuong-xa',
    path.join(out, 'da-nang-phuong-xa'),
  );
  expect(missing.exitCode).toBe(1);
});

test('a folder that is there is left alone, and a commune packs no set', async () => {
  const folder = makeTemporaryFolder();
  const workbook = await writeWorkbook(folder);
  const out = path.join(folder, 'sets');
  await runJson('criteria', 'import', workbook, '--out', out);
  const again = await runCommand('criteria', 'import', workbook, '--out', out);
  expect(again).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('set-folder-exists') as string,
  });
  const commune = openInstallation('commune', 'commune');
  commune.close();
  const database = path.join(commune.folder, 'thuoc-so.sqlite');
  const refused = await runCommand('criteria', 'pack', workbook, '--db', database, '--out', out);
  expect(refused).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('set-issuer-not-allowed') as string,
  });
});
