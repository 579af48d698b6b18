import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openInstallation, verdictsOf, type Installation } from '../../../../test/helpers/installation.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { valueOf } from '../../../../test/helpers/testWorkspace.ts';
import type { AnswerEdit } from '#shared/api/contract.ts';
import { digestOfContent } from '../digestOfContent.ts';
import { listAssessments } from '../listAssessments.ts';
import { openAssessment } from '../openAssessment.ts';
import { recallSignature } from '../signing.ts';

const yes = (value: boolean | null): AnswerEdit => ({ criterionId: 'px-006', field: 'value', value });
const count = (value: string): AnswerEdit => ({ criterionId: 'px-004', field: 'value', value });
const digestOf = ({ context }: Installation) =>
  valueOf(digestOfContent(context(), { assessmentId: null })).digest;

/** The dry run must say what the import then says. */
async function take(into: Installation, files: readonly string[], options = {}): Promise<readonly string[]> {
  const before = digestOf(into);
  const checked = await into.check(files, options);
  expect(digestOf(into)).toBe(before);
  const ids = valueOf(listAssessments(into.context())).map(({ id }) => id);
  const named = checked.map(({ assessmentId }) => assessmentId).filter((id) => id !== null);
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  const imported = await into.importAll(files, options);
  expect(verdictsOf(imported)).toEqual(verdictsOf(checked));
  expect(imported.map(({ changes, conflicts, signer }) => ({ changes, conflicts, signer }))).toEqual(
    checked.map(({ changes, conflicts, signer }) => ({ changes, conflicts, signer })),
  );
  return verdictsOf(imported);
}

async function makeHaiChau() {
  const commune = openInstallation('hai-chau', 'commune');
  const assessmentId = commune.create();
  commune.record(assessmentId, yes(true), count('12'));
  return { commune, assessmentId, first: await commune.exportFile(assessmentId) };
}

test('a file is new, then the same, a later one newer, and the first is then older', async () => {
  const { commune, assessmentId, first } = await makeHaiChau();
  const city = openInstallation('city', 'aggregator');
  expect(await take(city, [first])).toEqual(['new']);
  expect(await take(city, [first])).toEqual(['same']);
  commune.record(assessmentId, count('13'));
  const second = await commune.exportFile(assessmentId);
  expect(await take(city, [second])).toEqual(['newer']);
  expect(await take(city, [first])).toEqual(['older']);
  const opened = valueOf(openAssessment(city.context(), valueOf(idOf(city)).id));
  expect(opened.answers['px-004']?.value).toBe('13');
  expect(opened.answers['px-006']?.value).toBe(true);
  expect(digestOf(city)).toBe(digestOf(commune));
});

test('several files about one assessment are judged one after the other, in the dry run too', async () => {
  const { commune, assessmentId, first } = await makeHaiChau();
  commune.record(assessmentId, count('13'));
  const second = await commune.exportFile(assessmentId);
  expect(await take(openInstallation('a', 'aggregator'), [first, second, first, second])).toEqual([
    'new',
    'newer',
    'older',
    'same',
  ]);
  expect(await take(openInstallation('b', 'aggregator'), [second, first])).toEqual(['new', 'older']);
});

test('two officers who disagree make a conflict on both machines, and the content is equal', async () => {
  const { commune, assessmentId, first } = await makeHaiChau();
  const colleague = openInstallation('colleague', 'commune');
  expect(await take(colleague, [first])).toEqual(['new']);
  const own = valueOf(idOf(colleague)).id;
  colleague.record(own, count('20'));
  commune.record(assessmentId, count('30'));
  const theirs = await colleague.exportFile(own);
  const ours = await commune.exportFile(assessmentId);
  expect(await take(commune, [theirs])).toEqual(['conflict']);
  expect(await take(colleague, [ours])).toEqual(['conflict']);
  expect(digestOf(colleague)).toBe(digestOf(commune));
});

test('a signature travels, is in force where it arrives, and its recall follows', async () => {
  const { commune, assessmentId } = await makeHaiChau();
  commune.sign(assessmentId);
  const signed = await commune.exportFile(assessmentId);
  const city = openInstallation('city', 'aggregator');
  expect(await take(city, [signed])).toEqual(['new']);
  expect(valueOf(openAssessment(city.context(), valueOf(idOf(city)).id)).signing.state).toBe('signed');
  valueOf(recallSignature(commune.context(), { assessmentId, reason: 'nhầm số' }));
  const recalled = await commune.exportFile(assessmentId);
  expect(await take(city, [recalled])).toEqual(['newer']);
  expect(valueOf(openAssessment(city.context(), valueOf(idOf(city)).id)).signing).toMatchObject({
    state: 'open',
    recalls: [{ revision: 1, reason: 'nhầm số' }],
  });
  expect(await take(city, [signed])).toEqual(['older']);
});

function idOf(installation: Installation) {
  return installation.context().store.read((reader) => {
    const [record] = reader.listAssessments();
    if (!record) throw new Error('nothing was imported');
    return { ok: true, value: record };
  });
}

test('before anybody has said who works here, the order of arrival decides nothing', async () => {
  const { commune, assessmentId, first } = await makeHaiChau();
  const colleague = openInstallation('dong-nghiep', 'commune');
  await colleague.importAll([first]);
  colleague.record(valueOf(idOf(colleague)).id, count('14'));
  const half = await colleague.exportFile(valueOf(idOf(colleague)).id);
  commune.sign(assessmentId);
  const signed = await commune.exportFile(assessmentId);
  const digests = [];
  for (const files of [
    [half, signed],
    [signed, half],
  ]) {
    const nobody = openInstallation(`nobody-${String(digests.length)}`);
    expect(verdictsOf(await nobody.importAll(files, { acceptSigners: ['all'] }))).toEqual(['new', 'newer']);
    digests.push(digestOf(nobody));
  }
  expect(digests[0]).toBe(digests[1]);
});

test('a file that brings only the evidence that was lacking is newer, and passes it on', async () => {
  const { commune, assessmentId } = await makeHaiChau();
  const proof = path.join(makeTemporaryFolder(), 'ke-hoach.txt');
  writeFileSync(proof, 'Kế hoạch');
  const file = { ...valueOf(await commune.context().evidence.add(proof)) };
  const card = { number: '1', date: '', issuer: '', title: 'Kế hoạch', page: '', file };
  commune.record(assessmentId, { criterionId: 'px-006', field: 'evidence', value: [card] });
  const bare = await commune.exportFile(assessmentId, { evidenceFiles: false });
  const whole = await commune.exportFile(assessmentId);
  const aggregator = openInstallation('quan', 'aggregator', '48');
  expect(await take(aggregator, [bare])).toEqual(['new']);
  expect(await take(aggregator, [whole, whole])).toEqual(['newer', 'same']);
  expect(await take(openInstallation('a', 'aggregator'), [whole, bare, whole])).toEqual([
    'new',
    'same',
    'same',
  ]);
  const above = openInstallation('city', 'city', '48');
  await above.importAll([await aggregator.exportFile(valueOf(idOf(aggregator)).id)]);
  expect((await above.context().evidence.find(file.sha256)).ok).toBe(true);
});
