import { expect, test } from 'vitest';
import {
  haiChau,
  openInstallation,
  verdictsOf,
  type Installation,
} from '../../../../test/helpers/installation.ts';
import { codesOf, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import type { AssessmentSummary } from '#shared/api/contract.ts';
import { openAppraisals } from '../appraisal/openAppraisals.ts';
import { recordAppraisals, type GivenAppraisal } from '../appraisal/recordAppraisals.ts';
import { createAssessment } from '../createAssessment.ts';
import { listAssessments } from '../listAssessments.ts';
import { saveProfile } from '../profile.ts';
import { recallSignature } from '../signing.ts';
import { exportReceipt } from './exportReceipt.ts';

const yesNo = 'px-006';
const city = '48';

const theOnly = (installation: Installation): AssessmentSummary => {
  const [only] = valueOf(listAssessments(installation.context()));
  if (!only) throw new Error('There is no assessment');
  return only;
};

const judge = (installation: Installation, given: Partial<GivenAppraisal>) =>
  valueOf(
    recordAppraisals(installation.context(), {
      assessmentId: theOnly(installation).id,
      stage: 'appraised',
      appraisals: [{ criterionId: yesNo, decision: 'accepted', points: null, reason: '', ...given }],
    }),
  );

const recall = (commune: Installation) =>
  recallSignature(commune.context(), { assessmentId: theOnly(commune).id, reason: 'Trả lời thẩm định' });

const receiptOf = (assessmentId: string) => ({ assessmentId, passphrase: null, recipients: [] });

const receiptFrom = async (aggregator: Installation) =>
  valueOf(await exportReceipt(aggregator.context(), receiptOf(theOnly(aggregator).id), aggregator.folder))
    .file;

async function sendSigned() {
  const commune = openInstallation('hai-chau', 'commune');
  const id = commune.create();
  commune.record(id, { criterionId: yesNo, field: 'value', value: true });
  commune.sign(id);
  const aggregator = openInstallation('thanh-pho', 'aggregator', city);
  expect(verdictsOf(await aggregator.importAll([await commune.exportFile(id)]))).toEqual(['new']);
  return { commune, id, aggregator };
}

test('a receipt comes back, and the commune can no longer recall what has arrived', async () => {
  const { commune, aggregator } = await sendSigned();
  expect(theOnly(commune).receipt).toBeNull();
  const receipt = await receiptFrom(aggregator);
  expect(verdictsOf(await commune.importAll([receipt]))).toEqual(['new']);
  expect(theOnly(commune).receipt).toMatchObject({ receiverName: 'Thành phố Đà Nẵng', revision: 1 });
  expect(codesOf(recall(commune))).toEqual(['recall-after-receipt']);
});

test('that a working copy arrived is no receipt for what is signed afterwards', async () => {
  const commune = openInstallation('hai-chau', 'commune');
  const id = commune.create();
  commune.record(id, { criterionId: yesNo, field: 'value', value: true });
  const aggregator = openInstallation('thanh-pho', 'aggregator', city);
  await aggregator.importAll([await commune.exportFile(id)]);
  expect(verdictsOf(await commune.importAll([await receiptFrom(aggregator)]))).toEqual(['new']);
  commune.sign(id);
  expect(theOnly(commune).receipt).toBeNull();
  expect(recall(commune).ok).toBe(true);
  commune.sign(id);
  await aggregator.importAll([await commune.exportFile(id)]);
  await commune.importAll([await receiptFrom(aggregator)]);
  expect(theOnly(commune).receipt).toMatchObject({ revision: 2 });
});

test('what was sent back is answered in a new revision, as often as it takes, without a server', async () => {
  const { commune, id, aggregator } = await sendSigned();
  await commune.importAll([await receiptFrom(aggregator)]);
  judge(aggregator, { decision: 'returned', reason: 'Thiếu quyết định' });
  const assessmentThere = theOnly(aggregator).id;

  const review = await aggregator.exportFile(assessmentThere, { onlyReview: true });
  expect(verdictsOf(await commune.importAll([review]))).toEqual(['newer']);
  expect(theOnly(commune).appraisal).toMatchObject({ criteriaOwed: 1, criteriaJudged: 1 });
  expect(valueOf(openAppraisals(commune.context(), { assessmentId: id })).criteria).toMatchObject([
    {
      criterionId: yesNo,
      appraised: { decision: 'returned', reason: 'Thiếu quyết định', isOutdated: false },
    },
  ]);

  valueOf(recall(commune));
  commune.record(id, { criterionId: yesNo, field: 'explanation', value: 'Kèm Quyết định số 12' });
  commune.sign(id);
  expect(theOnly(commune)).toMatchObject({ revision: 2, receipt: null, appraisal: { criteriaOwed: 0 } });

  expect(verdictsOf(await aggregator.importAll([await commune.exportFile(id)]))).toEqual(['newer']);
  const arrived = valueOf(openAppraisals(aggregator.context(), { assessmentId: assessmentThere }));
  expect(arrived.changedSinceRevision).toEqual([yesNo]);
  expect(arrived.criteria).toMatchObject([{ appraised: { isOutdated: true } }]);

  judge(aggregator, { decision: 'accepted' });
  const second = await aggregator.exportFile(assessmentThere, { onlyReview: true });
  await commune.importAll([second, await receiptFrom(aggregator)]);
  expect(theOnly(commune)).toMatchObject({ appraisal: { criteriaOwed: 0 }, receipt: { revision: 2 } });
});

test('what changed is told since the revision that came before, not since one that was never sent', async () => {
  const { commune, id, aggregator } = await sendSigned();
  valueOf(recall(commune));
  commune.record(id, { criterionId: yesNo, field: 'value', value: false });
  commune.sign(id);
  valueOf(recall(commune));
  commune.record(
    id,
    { criterionId: 'px-004', field: 'value', value: '12' },
    { criterionId: 'px-007', field: 'assignee', value: 'Lan' },
  );
  commune.sign(id);
  await aggregator.importAll([await commune.exportFile(id)]);
  const { changedSinceRevision } = valueOf(
    openAppraisals(aggregator.context(), { assessmentId: theOnly(aggregator).id }),
  );
  expect(changedSinceRevision.toSorted()).toEqual(['px-004', yesNo]);
});

test('the reply to a sheet of a period before the unit was formed comes back to where it was made', async () => {
  // Phường Hải Vân has had the code of Phường Hòa Hiệp Bắc since July 2025.
  const commune = openInstallation('hai-van', 'commune', '20194');
  const choice = { unitCode: '20194', period: '2024', setId: 'da-nang-phuong-xa', setVersion: '1.0.0' };
  const { id } = valueOf(createAssessment(commune.context(), choice));
  commune.record(id, { criterionId: yesNo, field: 'value', value: true });
  commune.sign(id);
  const sheet = await commune.exportFile(id);
  const aggregator = openInstallation('thanh-pho', 'aggregator', city);
  await aggregator.importAll([sheet]);
  judge(aggregator, { decision: 'returned', reason: 'Thiếu quyết định' });
  const review = await aggregator.exportFile(theOnly(aggregator).id, { onlyReview: true });
  const replies = [review, await receiptFrom(aggregator)];
  expect(verdictsOf(await commune.importAll(replies))).toEqual(['newer', 'new']);
  const neighbour = openInstallation('neighbour', 'commune', '20194');
  expect(verdictsOf(await neighbour.importAll([review]))).toEqual(['package-for-another-unit']);
});

test('two appraisers share the work: what both judged differently is a conflict for a person', async () => {
  const { commune, id, aggregator } = await sendSigned();
  const colleague = openInstallation('dong-nghiep', 'aggregator', city);
  await colleague.importAll([await commune.exportFile(id)]);
  judge(aggregator, { decision: 'accepted' });
  judge(colleague, { decision: 'returned', reason: 'Thiếu' });
  const theirs = await colleague.exportFile(theOnly(colleague).id, { onlyReview: true });
  expect(verdictsOf(await aggregator.importAll([theirs], { acceptSigners: ['all'] }))).toEqual(['conflict']);
});

test('of two judgements side by side the desk names who made the one that it shows', async () => {
  const { commune, id, aggregator } = await sendSigned();
  const colleague = openInstallation('dong-nghiep', 'aggregator', city);
  await colleague.importAll([await commune.exportFile(id)]);
  const desks = [
    { desk: aggregator, contactName: 'An' },
    { desk: colleague, contactName: 'Bình' },
  ];
  for (const { desk, contactName } of desks) {
    valueOf(saveProfile(desk.context(), { role: 'aggregator', unitCode: city, header: { contactName } }));
    judge(desk, { decision: 'returned', reason: contactName });
  }
  const review = ({ desk }: (typeof desks)[number]) =>
    desk.exportFile(theOnly(desk).id, { onlyReview: true });
  const reviews = await Promise.all(desks.map(review));
  for (const { desk } of desks) {
    await desk.importAll(reviews, { acceptSigners: ['all'] });
    const [one] = valueOf(openAppraisals(desk.context(), { assessmentId: theOnly(desk).id })).criteria;
    expect(one?.appraised?.author).toBe(one?.appraised?.reason);
  }
});

test('there is no receipt for what was made here, and a commune gives none', async () => {
  const aggregator = openInstallation('thanh-pho', 'aggregator', city);
  const own = aggregator.create(haiChau);
  const give = (installation: Installation, id: string) =>
    exportReceipt(installation.context(), receiptOf(id), installation.folder);
  expect(codesOf(await give(aggregator, own))).toEqual(['nothing-received']);
  const { commune, id } = await sendSigned();
  const other = openInstallation('hai-chau-2', 'commune');
  await other.importAll([await commune.exportFile(id)], { acceptSigners: ['all'] });
  expect(codesOf(await give(other, theOnly(other).id))).toEqual(['appraisal-not-yours']);
});
