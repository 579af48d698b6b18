import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { codesOf, valueOf } from '../../../test/helpers/testWorkspace.ts';
import { findExport, makeExportFolder } from './exportFolder.ts';

test.each([
  'Phuong_2026_lan1_AB12CD34.thuocso',
  'tong-hop_x_2026.pdf',
  'tong-hop_x_2026.docx',
  'tong-hop_x_2026.xlsx',
  'tong-hop_x_2026.json',
  'tong-hop_x_2026.xml',
  'tong-hop_x_2026_csv.zip',
])('%s can be downloaded', (name) => {
  const folder = makeTemporaryFolder();
  writeFileSync(path.join(makeExportFolder(folder, 'd-1'), name), 'content');
  expect(valueOf(findExport(folder, 'd-1'))).toMatchObject({ name, size: 7 });
});

test.each(['report.pdf.unfinished', '.report.pdf', 'run.exe', 'page.html', 'thuoc-so.sqlite'])(
  '%s cannot',
  (name) => {
    const folder = makeTemporaryFolder();
    writeFileSync(path.join(makeExportFolder(folder, 'd-1'), name), 'content');
    expect(codesOf(findExport(folder, 'd-1'))).toEqual(['export-gone']);
  },
);

test.each(['..', '../exports/d-1', 'd-1/..', ''])('the folder "%s" is none', (downloadId) => {
  const folder = makeTemporaryFolder();
  mkdirSync(path.join(folder, 'exports'));
  writeFileSync(path.join(folder, 'secret.json'), '{}');
  expect(codesOf(findExport(folder, downloadId))).toEqual(['export-gone']);
});
