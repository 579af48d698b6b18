import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fillPeriod } from '../../../../test/helpers/filledPeriod.ts';
import { listZipNames } from '../../../../test/helpers/readZip.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { codesOf, openTestWorkspace, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { reportFormats } from '#shared/api/schemas/dashboard.ts';
import { findExport } from '../../files/exportFolder.ts';
import { saveProfile } from '../profile.ts';
import { createReportFile } from './createReportFile.ts';
import { reportFormats as formatsOfReports } from './createReport.ts';

const wish = {
  period: '2026',
  setId: 'da-nang-phuong-xa',
  basis: 'claimed',
  earlier: null,
  masked: true,
  language: 'vi',
} as const;

test('the screens offer every format that there is', () => {
  expect([...reportFormats].toSorted()).toEqual([...formatsOfReports].toSorted());
});

test('a report lies ready as one file; the tables of CSV in a zip', async () => {
  const folder = makeTemporaryFolder();
  const { context } = openTestWorkspace(folder);
  fillPeriod(context, [{ unitCode: '20194' }]);
  valueOf(saveProfile(context, { role: 'city', unitCode: '48', header: {} }));
  const json = valueOf(await createReportFile(context, { ...wish, format: 'json' }));
  const file = valueOf(findExport(folder, json.downloadId));
  expect(json).toMatchObject({
    fileName: 'tong-hop_da-nang-phuong-xa_2026.json',
    size: file.size,
    units: 93,
  });
  expect(JSON.parse(readFileSync(file.file, 'utf8'))).toBeTypeOf('object');
  const csv = valueOf(await createReportFile(context, { ...wish, format: 'csv' }));
  expect(csv.fileName).toBe('tong-hop_da-nang-phuong-xa_2026_csv.zip');
  const archive = readFileSync(valueOf(findExport(folder, csv.downloadId)).file);
  expect(listZipNames(archive)).toEqual(
    expect.arrayContaining(['metadata.csv', 'ranking.csv', 'dictionary.csv']),
  );
});

test('a report compares with the period that was chosen, and with none that cannot be compared', async () => {
  const folder = makeTemporaryFolder();
  const { context } = openTestWorkspace(folder);
  for (const period of ['2024', '2025', '2026']) fillPeriod(context, [{ unitCode: '20194', period }]);
  valueOf(saveProfile(context, { role: 'city', unitCode: '48', header: {} }));
  const reportWith = async (earlier: string | null) => {
    const { downloadId } = valueOf(await createReportFile(context, { ...wish, earlier, format: 'json' }));
    return readFileSync(valueOf(findExport(folder, downloadId)).file, 'utf8');
  };
  expect(await reportWith(null)).toContain('năm 2026 so với năm 2025');
  expect(await reportWith('2024')).toContain('năm 2026 so với năm 2024');
  const quarter = await createReportFile(context, { ...wish, earlier: '2025-Q3', format: 'json' });
  expect(codesOf(quarter)).toEqual(['periods-not-comparable']);
});

test('a period that is none is refused and leaves no file', async () => {
  const { context } = openTestWorkspace(makeTemporaryFolder());
  expect(codesOf(await createReportFile(context, { ...wish, period: 'x', format: 'json' }))).toEqual([
    'period-malformed',
  ]);
});
