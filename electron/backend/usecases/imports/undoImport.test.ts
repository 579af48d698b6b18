import { expect, test } from 'vitest';
import { openInstallation, type Installation } from '../../../../test/helpers/installation.ts';
import { codesOf, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import type { AnswerEdit } from '#shared/api/contract.ts';
import { succeed } from '#shared/errors/result.ts';
import { digestOfContent } from '../digestOfContent.ts';
import { recallSignature } from '../signing.ts';
import { listImports } from './listImports.ts';
import { undoImport } from './undoImport.ts';

const count = (value: string): AnswerEdit => ({ criterionId: 'px-004', field: 'value', value });
const explain = (value: string): AnswerEdit => ({ criterionId: 'px-004', field: 'explanation', value });
const digestOf = ({ context }: Installation) =>
  valueOf(digestOfContent(context(), { assessmentId: null })).digest;
const recordsOf = ({ context }: Installation) => valueOf(listImports(context()));
const undoNewest = (installation: Installation) =>
  undoImport(installation.context(), recordsOf(installation)[0]?.id ?? '');

async function makeFiles() {
  const commune = openInstallation('hai-chau', 'commune');
  const assessmentId = commune.create();
  commune.record(assessmentId, count('12'));
  const first = await commune.exportFile(assessmentId);
  commune.record(assessmentId, count('13'));
  commune.sign(assessmentId);
  const second = await commune.exportFile(assessmentId);
  return { commune, assessmentId, first, second };
}

function onlyIdOf({ context }: Installation): string {
  return valueOf(context().store.read((reader) => succeed(reader.listAssessments()[0]?.id ?? '')));
}

test('a whole import is taken back after a restart, with the assessments, signatures and keys it brought', async () => {
  const { first, second } = await makeFiles();
  const city = openInstallation('city', 'aggregator');
  const empty = digestOf(city);
  await city.importAll([first, second]);
  city.restart();
  expect(recordsOf(city)).toMatchObject([{ undo: 'possible', builtOn: [], undoneAt: null }]);
  valueOf(undoNewest(city));
  expect(digestOf(city)).toBe(empty);
  expect(recordsOf(city)).toMatchObject([
    { undo: 'done', files: 2, verdicts: { new: 1, newer: 1, refused: 0 } },
  ]);
  const left = valueOf(
    city.context().store.read((reader) => succeed([reader.listSigners(), reader.listAssessments()])),
  );
  expect(left).toEqual([[], []]);
  expect(codesOf(undoNewest(city))).toEqual(['import-unknown']);
  expect((await city.importAll([second])).map(({ verdict }) => verdict)).toEqual(['new']);
});

test('undoing a later import leaves what the earlier one brought, also where it signed', async () => {
  const { first, second } = await makeFiles();
  const city = openInstallation('city', 'aggregator');
  await city.importAll([first]);
  const before = digestOf(city);
  await city.importAll([second]);
  expect(recordsOf(city)).toMatchObject([
    { undo: 'possible' },
    { undo: 'blocked', builtOn: [{ by: 'import', period: '2026' }] },
  ]);
  valueOf(undoNewest(city));
  expect(digestOf(city)).toBe(before);
  expect(recordsOf(city).map(({ undo }) => undo)).toEqual(['done', 'possible']);
});

test('an edit in an assessment that an import made keeps the import', async () => {
  const { first } = await makeFiles();
  const colleague = openInstallation('colleague', 'commune');
  await colleague.importAll([first]);
  const own = onlyIdOf(colleague);
  colleague.record(own, explain('của tôi'));
  // The assessment itself came with the import, so that nothing can stand in it any more once it is gone.
  expect(recordsOf(colleague)).toMatchObject([{ undo: 'blocked', builtOn: [{ by: 'edit' }] }]);
  expect(codesOf(undoNewest(colleague))).toEqual(['import-built-on']);
  const theirs = await colleague.exportFile(own);
  const third = openInstallation('third', 'aggregator');
  await third.importAll([first]);
  await third.importAll([theirs], { acceptSigners: ['all'] });
  expect(recordsOf(third).map(({ undo }) => undo)).toEqual(['possible', 'blocked']);
});

test('what was made here stays when an import into it is undone, but for an edit that took its place', async () => {
  const colleague = openInstallation('colleague', 'commune');
  const theirs = colleague.create();
  colleague.record(theirs, count('20'));
  const file = await colleague.exportFile(theirs);
  const commune = openInstallation('hai-chau', 'commune');
  const own = commune.create();
  commune.record(own, count('12'));
  const before = digestOf(commune);
  expect((await commune.importAll([file])).map(({ verdict }) => verdict)).toEqual(['conflict']);
  commune.record(own, explain('bên cạnh'));
  expect(recordsOf(commune)).toMatchObject([{ undo: 'possible' }]);
  commune.record(own, explain(''));
  valueOf(undoNewest(commune));
  commune.record(own, explain('x'), explain(''));
  expect(digestOf(commune)).toBe(before);
  await commune.importAll([file]);
  commune.record(own, count('21'));
  expect(recordsOf(commune)[0]).toMatchObject({ undo: 'blocked', builtOn: [{ by: 'edit' }] });
});

test('a signature over what was imported keeps the import', async () => {
  const colleague = openInstallation('colleague', 'commune');
  const theirs = colleague.create();
  colleague.record(theirs, explain('của đồng nghiệp'));
  const file = await colleague.exportFile(theirs);
  const commune = openInstallation('hai-chau', 'commune');
  const own = commune.create();
  commune.record(own, count('12'));
  await commune.importAll([file]);
  commune.sign(own);
  expect(recordsOf(commune)).toMatchObject([{ undo: 'blocked', builtOn: [{ by: 'signature' }] }]);
});

test('an import that changed nothing has nothing to undo', async () => {
  const { first } = await makeFiles();
  const city = openInstallation('city', 'aggregator');
  await city.importAll([first]);
  await city.importAll([first]);
  expect(recordsOf(city).map(({ undo }) => undo)).toEqual(['nothing', 'possible']);
  expect(codesOf(undoNewest(city))).toEqual(['import-unknown']);
});

test('what was possible only after an imported recall keeps the import: an edit, or another signature', async () => {
  const { commune, assessmentId, second } = await makeFiles();
  valueOf(recallSignature(commune.context(), { assessmentId, reason: 'Sửa số liệu' }));
  const recall = await commune.exportFile(assessmentId);
  const colleague = openInstallation('colleague', 'commune');
  for (const file of [second, recall]) await colleague.importAll([file]);
  const own = onlyIdOf(colleague);
  colleague.sign(own);
  expect(recordsOf(colleague)[0]).toMatchObject({ undo: 'blocked', builtOn: [{ by: 'signature' }] });
  const other = openInstallation('other', 'commune');
  for (const file of [second, recall]) await other.importAll([file]);
  valueOf(undoNewest(other));
  await other.importAll([recall]);
  expect(recordsOf(other)[0]).toMatchObject({ undo: 'possible' });
  other.record(onlyIdOf(other), explain('sau khi thu hồi'));
  expect(recordsOf(other)[0]).toMatchObject({ undo: 'blocked', builtOn: [{ by: 'edit' }] });
  expect(codesOf(undoNewest(other))).toEqual(['import-built-on']);
});
