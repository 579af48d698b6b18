import { expect, test } from 'vitest';
import { openInstallation } from '../../../../test/helpers/installation.ts';
import { codesOf, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { importedFiles, importRecords } from '#shared/api/schemas/imports.ts';
import { findImportedFiles } from './findImportedFiles.ts';
import { listImports, readImportPage } from './listImports.ts';
import { undoImport } from './undoImport.ts';

async function importTwice() {
  const [haiChau, sonTra] = [
    openInstallation('hai-chau', 'commune'),
    openInstallation('son-tra', 'commune', '20263'),
  ];
  const files = await Promise.all(
    [haiChau, sonTra].map(async (commune) => {
      const id = commune.create();
      commune.record(id, { criterionId: 'px-071', field: 'value', value: true });
      return await commune.exportFile(id);
    }),
  );
  const city = openInstallation('city', 'city', '48');
  await city.importAll(files);
  await city.importAll([...files, import.meta.filename]);
  return city;
}

test('past imports come page by page, newest first, with how many files had which verdict', async () => {
  const city = await importTwice();
  const page = valueOf(readImportPage(city.context(), { offset: 0, limit: 1 }));
  expect(importRecords.parse(page)).toEqual(page);
  expect(page).toMatchObject({
    total: 2,
    imports: [{ files: 3, verdicts: { new: 0, same: 2, refused: 1 }, undo: 'nothing', builtOnTotal: 0 }],
  });
  const next = valueOf(readImportPage(city.context(), { offset: 1, limit: 1 }));
  expect(next).toMatchObject({ total: 2, imports: [{ files: 2, verdicts: { new: 2 }, undo: 'possible' }] });
  expect(valueOf(readImportPage(city.context(), { offset: 2, limit: 1 })).imports).toEqual([]);
  expect(valueOf(listImports(city.context()))).toEqual([...page.imports, ...next.imports]);
});

test('the files of an import are found by name and unit, with the assessment they went into', async () => {
  const city = await importTwice();
  const [newest, first] = valueOf(listImports(city.context()));
  const find = (text: string, id = first?.id ?? '', page = { offset: 0, limit: 10 }) =>
    valueOf(findImportedFiles(city.context(), { id, text, ...page }));
  const all = find('');
  expect(importedFiles.parse(all)).toEqual(all);
  expect(all.found).toBe(2);
  expect(all.files.every(({ assessmentId }) => assessmentId !== null)).toBe(true);
  expect(find('', first?.id, { offset: 1, limit: 10 }).files).toEqual(all.files.slice(1));
  expect(find('SON tra').files).toMatchObject([{ unitName: 'Phường Sơn Trà', verdict: 'new' }]);
  expect(find('listImports', newest?.id).files).toMatchObject([{ verdict: 'refused', unitName: null }]);
  expect(find('nobody')).toEqual({ found: 0, files: [] });
  valueOf(undoImport(city.context(), first?.id ?? ''));
  expect(find('').files.map(({ assessmentId }) => assessmentId)).toEqual([null, null]);
  expect(codesOf(findImportedFiles(city.context(), { id: 'x', text: '', offset: 0, limit: 1 }))).toEqual([
    'import-unknown',
  ]);
});
