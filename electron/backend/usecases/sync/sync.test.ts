import { readdirSync, readFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  haiChau,
  openInstallation,
  verdictsOf,
  type Installation,
} from '../../../../test/helpers/installation.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { codesOf, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { openIncomingFolder } from '../../files/incomingFolder.ts';
import { recordAppraisals } from '../appraisal/recordAppraisals.ts';
import { digestOfContent } from '../digestOfContent.ts';
import { findAssessments } from '../listAssessments.ts';
import { addFileToOutbox } from './addToOutbox.ts';
import { listOutbox, removeFromOutbox } from './outbox.ts';
import { runSync, type SyncWish } from './runSync.ts';
import { findOrAddTarget, listTargets, removeTarget } from './targets.ts';

const city = '48';

function addFolder(installation: Installation, address: string): string {
  return valueOf(findOrAddTarget(installation.context(), { address, userName: '', authority: null })).id;
}

async function synchronise(installation: Installation, targetId: string, wish: Partial<SyncWish> = {}) {
  const incoming = openIncomingFolder(installation.folder);
  const outcome = valueOf(
    await runSync(installation.context(), { targetId, pull: true, push: true, ...wish }, { incoming }),
  );
  return { ...outcome.progress, errors: outcome.result.ok ? [] : codesOf(outcome.result) };
}

async function makeSigned(name = 'hai-chau', unitCode = haiChau) {
  const commune = openInstallation(name, 'commune', unitCode);
  const id = commune.create();
  commune.record(id, { criterionId: 'px-006', field: 'value', value: true });
  commune.sign(id);
  return { commune, id, file: await commune.exportFile(id) };
}

const theOnly = (installation: Installation) => {
  const [only] = valueOf(findAssessments(installation.context(), { text: '', limit: 10 })).assessments;
  if (!only) throw new Error('There is no assessment');
  return only;
};

const statesOf = (installation: Installation) =>
  valueOf(listOutbox(installation.context())).map(({ kind, state }) => `${kind} ${state.kind}`);

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));

test('a package goes to the city, its receipt and the review come back, without a server', async () => {
  const stick = makeTemporaryFolder();
  const { commune, file } = await makeSigned();
  const target = addFolder(commune, stick);
  const { ids } = valueOf(await addFileToOutbox(commune.context(), file, { targetId: target }));
  expect(valueOf(await addFileToOutbox(commune.context(), file, { targetId: target })).ids).toEqual(ids);
  expect(statesOf(commune)).toEqual(['assessment waiting']);
  expect(filesBelow(stick)).toEqual([]);

  expect(await synchronise(commune, target)).toMatchObject({ counts: { sent: 1, failed: 0 }, errors: [] });
  expect(statesOf(commune)).toEqual(['assessment sent']);
  expect(readdirSync(path.join(commune.folder, 'outbox'))).toEqual([]);
  const [sent] = filesBelow(stick);
  expect(sent).toMatch(/^2026\/20242\/20242_2026_r1_[0-9a-f]{12}\.thuocso$/u);
  expect(readFileSync(path.join(stick, sent ?? ''))).toEqual(readFileSync(file));

  const above = openInstallation('thanh-pho', 'aggregator', city);
  const there = addFolder(above, stick);
  const counts = { fetched: 1, imported: 1, receipts: 1, sent: 1, refused: 0, postponed: 0 };
  expect(await synchronise(above, there)).toMatchObject({ counts, errors: [] });
  expect(readdirSync(path.join(above.folder, 'incoming'))).toEqual([]);
  const digestOf = (one: Installation) =>
    valueOf(digestOfContent(one.context(), { assessmentId: null })).digest;
  expect(digestOf(above)).toBe(digestOf(commune));

  valueOf(
    recordAppraisals(above.context(), {
      assessmentId: theOnly(above).id,
      stage: 'appraised',
      appraisals: [{ criterionId: 'px-006', decision: 'returned', points: null, reason: 'Thiếu quyết định' }],
    }),
  );
  const review = await above.exportFile(theOnly(above).id, { onlyReview: true });
  valueOf(await addFileToOutbox(above.context(), review, { targetId: there }));
  expect(await synchronise(above, there)).toMatchObject({ counts: { fetched: 0, sent: 1, receipts: 0 } });

  expect(await synchronise(commune, target)).toMatchObject({ counts: { fetched: 2, imported: 2, sent: 0 } });
  expect(theOnly(commune).appraisal).toMatchObject({ criteriaOwed: 1 });
  expect(valueOf(listOutbox(commune.context()))[0]?.state).toMatchObject({
    kind: 'received',
    receiverName: 'Thành phố Đà Nẵng',
  });
  expect(await synchronise(commune, target)).toMatchObject({ counts: { fetched: 0, known: 2, sent: 0 } });
  expect(filesBelow(stick)).toHaveLength(3);
});

test('what is refused is fetched once, and again when a person has accepted its key', async () => {
  const stick = makeTemporaryFolder();
  const first = await makeSigned('hai-chau');
  const second = await makeSigned('hai-chau-2');
  const above = openInstallation('thanh-pho', 'aggregator', city);
  const there = addFolder(above, stick);
  for (const { commune, file } of [first, second]) {
    const target = addFolder(commune, stick);
    valueOf(await addFileToOutbox(commune.context(), file, { targetId: target }));
    await synchronise(commune, target, { pull: false });
    await synchronise(above, there, { push: false });
  }
  expect(await synchronise(above, there, { push: false })).toMatchObject({
    counts: { fetched: 0, known: 2, refused: 0 },
  });
  expect(await synchronise(above, there, { acceptSigners: ['all'] })).toMatchObject({
    counts: { fetched: 1, imported: 1, refused: 0 },
  });
});

test('what was refused for its key is fetched again once a file that came by hand has made the key known', async () => {
  const stick = makeTemporaryFolder();
  const known = await makeSigned('hai-chau');
  const { commune, file, id } = await makeSigned('hai-chau-2');
  const above = openInstallation('thanh-pho', 'aggregator', city);
  await above.importAll([known.file]);
  const there = addFolder(above, stick);
  const target = addFolder(commune, stick);
  valueOf(await addFileToOutbox(commune.context(), file, { targetId: target }));
  await synchronise(commune, target, { pull: false });
  expect(await synchronise(above, there, { push: false })).toMatchObject({
    counts: { fetched: 1, imported: 0, refused: 1 },
  });
  const byHand = await commune.exportFile(id, { masked: true });
  expect(verdictsOf(await above.importAll([byHand], { acceptSigners: ['all'] }))).not.toContain(
    'signer-changed',
  );
  expect(await synchronise(above, there, { push: false })).toMatchObject({
    counts: { fetched: 1, refused: 0 },
  });
});

test('a receipt that cannot be written does not end the fetching, and is given once it can be', async () => {
  const stick = makeTemporaryFolder();
  for (const [name, unitCode] of [
    ['hai-chau', haiChau],
    ['thanh-khe', '20197'],
  ] as const) {
    const { commune, file } = await makeSigned(name, unitCode);
    const target = addFolder(commune, stick);
    valueOf(await addFileToOutbox(commune.context(), file, { targetId: target }));
    await synchronise(commune, target, { pull: false });
  }
  // Nobody has said who works here: the unit above is looked up in the list, where it may be missing.
  const above = openInstallation('thanh-pho');
  const there = addFolder(above, stick);
  const incoming = openIncomingFolder(above.folder);
  const wish = { targetId: there, pull: true, push: true };
  const { content, ...context } = above.context();
  const unitLists = content.unitLists.map(({ units, ...list }) => ({
    ...list,
    units: units.map((unit) => (unit.code === haiChau ? { ...unit, parent: '99' } : unit)),
  }));
  const run = valueOf(await runSync({ ...context, content: { ...content, unitLists } }, wish, { incoming }));
  expect(run.result).toEqual({ ok: true, value: null });
  const counts = { fetched: 2, imported: 2, receipts: 1, sent: 1, postponed: 1 };
  expect(run.progress).toMatchObject({
    counts,
    notQueued: [{ unit: { code: haiChau }, period: '2026', error: { code: 'unit-unknown' } }],
  });
  const later = { ...context, content, now: () => new Date('2027-01-31') };
  const again = valueOf(await runSync(later, wish, { incoming }));
  expect(again.progress).toMatchObject({ counts: { fetched: 1, receipts: 1, sent: 1 }, notQueued: [] });
});

test('a missing stick fails what waits, and it goes when the stick is back', async () => {
  const stick = path.join(makeTemporaryFolder(), 'stick');
  const { commune, file } = await makeSigned();
  const target = addFolder(commune, stick);
  valueOf(await addFileToOutbox(commune.context(), file, { targetId: target }));
  const { errors, counts } = await synchronise(commune, target, { pull: false });
  expect([errors, counts.failed]).toEqual([['target-absent'], 1]);
  const [item] = valueOf(listOutbox(commune.context()));
  expect(item?.state).toMatchObject({ kind: 'failed', attempts: 1, error: { code: 'target-absent' } });
  expect(existsSync(stick)).toBe(false);
  expect(codesOf(removeTarget(commune.context(), target))).toEqual(['target-in-use']);
  valueOf(removeFromOutbox(commune.context(), item?.id ?? ''));
  expect(readdirSync(path.join(commune.folder, 'outbox'))).toEqual([]);
  valueOf(removeTarget(commune.context(), target));
  expect(valueOf(listTargets(commune.context()))).toEqual([]);
});
