import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openWorkspace, type Workspace } from '../../../electron/backend/backend.ts';
import { renderScorecardPdfs } from '../../../electron/backend/reports/renderScorecardPdfs.ts';
import { describeScorecard } from '../../../electron/backend/usecases/createScorecard.ts';
import { importFiles } from '../../../electron/backend/usecases/imports/importFiles.ts';
import { readAssessment } from '../../../electron/backend/usecases/readAssessment.ts';
import { writeDemo } from '../../../electron/hosts/cli/demo/writeDemo.ts';
import { productFolder, readContent } from '../../helpers/content.ts';
import { valueOf } from '../../helpers/valueOf.ts';
import { round } from '../measure.ts';
import { startLibreOffice } from './libreOffice.ts';
import { writeSpreadsheet } from './writeSpreadsheet.ts';

const batch = 94;

/**
 * What a city does with 94 units, beside LibreOffice with 94 spreadsheets of the same content, in turn on the same
 * machine: taking them in (packages imported against spreadsheets extracted to CSV) and printing them (scorecards against
 * spreadsheets converted to PDF). Null where LibreOffice is not installed.
 */
export async function measureOffice() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'thuoc-so-bench-office-'));
  try {
    const office = startLibreOffice(folder);
    if (!office) return null;
    const packages = await makePackages(folder);
    // The compiler gets to know the code, as LibreOffice's has long been compiled.
    for (const time of ['first', 'second'])
      (await importAll(path.join(folder, `warm-up-${time}`), packages)).workspace.close();
    const { workspace, milliseconds: imported } = await importAll(path.join(folder, 'measured'), packages);
    const sheets = await writeSheets(folder, workspace);
    await office.convert(sheets.slice(0, 1), 'csv', path.join(folder, 'profile-made'));
    const csv = await office.convert(sheets, 'csv', path.join(folder, 'csv'));
    const pdf = await office.convert(sheets, 'pdf', path.join(folder, 'pdf'));
    const printed = await printAll(workspace);
    workspace.close();
    return {
      units: batch,
      import: eachOf(imported),
      libreOfficeCsv: eachOf(csv),
      timesFaster: round(csv / imported),
      print: eachOf(printed),
      libreOfficePdf: eachOf(pdf),
      printingTimesFaster: round(pdf / printed),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function eachOf(milliseconds: number) {
  return { milliseconds: round(milliseconds), millisecondsEach: round(milliseconds / batch) };
}

async function makePackages(folder: string): Promise<readonly string[]> {
  const demo = path.join(folder, 'demo');
  valueOf(await writeDemo(readContent(), { folder: demo, units: 200, seed: 'office' }));
  // One file for each unit: the last that it sent.
  const byUnit = new Map(
    readdirSync(demo)
      .filter((name) => name.endsWith('.thuocso'))
      .toSorted()
      .map((name) => [name.split('_').slice(0, 2).join('_'), path.join(demo, name)]),
  );
  return [...byUnit.values()].slice(0, batch);
}

async function importAll(folder: string, packages: readonly string[]) {
  const workspace = valueOf(
    openWorkspace({
      databaseFile: path.join(folder, 'thuoc-so.sqlite'),
      contentFolder: path.join(productFolder, 'criteria'),
      now: () => new Date(),
      newId: randomUUID,
      appVersion: '0.0.0',
    }),
  );
  const sources = packages.map((file) => ({ path: file, name: path.basename(file) }));
  const startedAt = performance.now();
  const { files } = valueOf(await importFiles(workspace.context, sources));
  const milliseconds = performance.now() - startedAt;
  if (files.some(({ verdict }) => verdict !== 'new')) throw new Error('A package was not taken in as new');
  return { workspace, milliseconds };
}

async function writeSheets(folder: string, { context }: Workspace): Promise<readonly string[]> {
  const files: string[] = [];
  for (const id of listIds(context)) {
    const read = valueOf(context.store.read((reader) => readAssessment(reader, context.content, id)));
    const file = path.join(folder, `phieu-${String(files.length + 1).padStart(2, '0')}.xlsx`);
    await writeSpreadsheet(file, read);
    files.push(file);
  }
  return files;
}

async function printAll({ context }: Workspace): Promise<number> {
  const startedAt = performance.now();
  const scorecards = listIds(context).map((id) => valueOf(describeScorecard(context, id, 'vi')));
  await renderScorecardPdfs(scorecards);
  return performance.now() - startedAt;
}

function listIds({ store }: Workspace['context']): readonly string[] {
  return valueOf(
    store.read((reader) => ({ ok: true, value: reader.listAssessments().map(({ id }) => id) }) as const),
  );
}
