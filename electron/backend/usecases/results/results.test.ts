import { mkdirSync, readdirSync } from 'node:fs';
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
import { readPackage } from '../../files/package/readPackage.ts';
import { recordAppraisals } from '../appraisal/recordAppraisals.ts';
import { readDashboard } from '../dashboard/readDashboard.ts';
import { unencrypted } from '../exporting/chooseEncryption.ts';
import { listImports } from '../imports/listImports.ts';
import { undoImport } from '../imports/undoImport.ts';
import { listAssessments } from '../listAssessments.ts';
import { recallSignature } from '../signing.ts';
import { exportResultFiles, exportResults, type ResultsWish } from './exportResults.ts';

const yesNo = 'px-006';
const city = '48';
const hoaCuong = '20257';
const question = { period: '2026', setId: 'da-nang-phuong-xa' };

type Stage = 'appraised' | 'final';

const assessmentOf = (installation: Installation, unitCode: string) => {
  const found = valueOf(listAssessments(installation.context())).find(({ unit }) => unit.code === unitCode);
  if (!found) throw new Error('There is no such assessment');
  return found;
};
const resultAt = (commune: Installation, unitCode = haiChau) => assessmentOf(commune, unitCode).result;

function judge(aggregator: Installation, unitCode: string, stage: Stage, points: string | null): void {
  const decision = points === null ? ('accepted' as const) : ('adjusted' as const);
  valueOf(
    recordAppraisals(aggregator.context(), {
      assessmentId: assessmentOf(aggregator, unitCode).id,
      stage,
      appraisals: [{ criterionId: yesNo, decision, points, reason: points === null ? '' : 'Thiếu văn bản' }],
    }),
  );
}

const give = (from: Installation, wish: Partial<ResultsWish> = {}, folder = makeTemporaryFolder()) =>
  exportResults(
    from.context(),
    { ...question, assessmentId: null, masked: false, ...unencrypted, ...wish },
    folder,
  );

const giveOne = async (from: Installation, unitCode = haiChau) =>
  valueOf(await give(from, { assessmentId: assessmentOf(from, unitCode).id })).file;

async function openCommune(unitCode: string, aggregator: Installation): Promise<Installation> {
  const commune = openInstallation(`xa-${unitCode}`, 'commune', unitCode);
  const id = commune.create();
  commune.record(id, { criterionId: yesNo, field: 'value', value: true });
  commune.sign(id);
  expect(verdictsOf(await aggregator.importAll([await commune.exportFile(id)]))).toEqual(['new']);
  return commune;
}

async function openStory() {
  const aggregator = openInstallation('thanh-pho', 'aggregator', city);
  const commune = await openCommune(haiChau, aggregator);
  judge(aggregator, haiChau, 'appraised', '0');
  return { aggregator, commune };
}

test('the commune is told exactly what the dashboard shows, and both stages travel', async () => {
  const { aggregator, commune } = await openStory();
  judge(aggregator, haiChau, 'final', null);
  expect(verdictsOf(await commune.importAll([await giveOne(aggregator)]))).toEqual(['newer']);
  const dashboard = valueOf(await readDashboard(aggregator.context(), { ...question, basis: 'final' }));
  const row = dashboard.ranking.find(({ unit }) => unit.code === haiChau);
  const { place, verdicts } = row ?? {};
  expect(resultAt(commune)).toMatchObject({
    stage: 'final',
    issuerName: 'Thành phố Đà Nẵng',
    points: row?.points,
    max: row?.max,
    percent: row?.percent,
    totalPercent: row?.totalPercent,
    criteriaMet: row?.criteriaMet,
    verdicts: verdicts?.map(({ thresholdId, state }) => ({ thresholdId, state })),
    place: { rank: place?.rank, of: place?.of, tied: place?.sharedWith, peerGroup: 'phuong' },
    isCurrent: true,
  });
  expect(assessmentOf(commune, haiChau).appraisal).toMatchObject({ criteriaJudged: 1 });
});

test('the same file once more brings nothing, and the newer result holds whatever comes first', async () => {
  const { aggregator, commune } = await openStory();
  const first = await giveOne(aggregator);
  judge(aggregator, haiChau, 'appraised', null);
  const second = await giveOne(aggregator);
  const files = [second, first, second, first];
  const verdicts = ['newer', 'newer', 'same', 'older'];
  expect(verdictsOf(await commune.check(files))).toEqual(verdicts);
  expect(verdictsOf(await commune.importAll(files))).toEqual(verdicts);
  expect(resultAt(commune)?.points).not.toBe('0');
});

test('a result that brings no new edit is news all the same, and goes with the undo of its import', async () => {
  const { aggregator, commune } = await openStory();
  const assessmentId = assessmentOf(aggregator, haiChau).id;
  const review = await aggregator.exportFile(assessmentId, { onlyReview: true, evidenceFiles: false });
  expect(verdictsOf(await commune.importAll([review]))).toEqual(['newer']);
  expect(resultAt(commune)).toBeNull();
  expect(verdictsOf(await commune.importAll([await giveOne(aggregator)]))).toEqual(['newer']);
  expect(resultAt(commune)).toMatchObject({ stage: 'appraised', points: '0' });
  const [newest] = valueOf(listImports(commune.context()));
  expect(newest?.undo).toBe('possible');
  valueOf(undoImport(commune.context(), newest?.id ?? ''));
  expect(resultAt(commune)).toBeNull();
});

test('a result about what no longer stands is kept, and says so', async () => {
  const { aggregator, commune } = await openStory();
  const file = await giveOne(aggregator);
  const { id } = assessmentOf(commune, haiChau);
  valueOf(recallSignature(commune.context(), { assessmentId: id, reason: 'Sửa số liệu' }));
  commune.record(id, { criterionId: yesNo, field: 'explanation', value: 'Bổ sung' });
  expect(verdictsOf(await commune.importAll([file]))).toEqual(['newer']);
  expect(resultAt(commune)).toMatchObject({ isCurrent: false });
  commune.record(id, { criterionId: yesNo, field: 'explanation', value: '' });
  expect(resultAt(commune)).toMatchObject({ isCurrent: true });
});

test('of a bundle for all units a commune takes its own part, and hears how many were for others', async () => {
  const { aggregator, commune } = await openStory();
  const neighbour = await openCommune(hoaCuong, aggregator);
  judge(aggregator, hoaCuong, 'appraised', null);
  const given = valueOf(await give(aggregator));
  expect(given).toMatchObject({ fileName: 'Ket-qua_2026_2-don-vi.thuocso', withoutScores: [] });
  expect(given.units.map(({ stage }) => stage)).toEqual(['appraised', 'appraised']);
  for (const [one, code] of [[commune, haiChau] as const, [neighbour, hoaCuong] as const]) {
    const checked = await one.check([given.file]);
    const files = await one.importAll([given.file]);
    expect(files).toEqual(checked);
    expect(files.map(({ kind, verdict }) => [kind, verdict])).toEqual([
      ['bundle', 'new'],
      ['review', 'newer'],
    ]);
    expect(files[0]?.warnings).toMatchObject([{ code: 'bundle-for-others-too', params: { count: 1 } }]);
    expect(valueOf(listImports(one.context()))[0]?.files).toBe(2);
    expect(resultAt(one, code)?.place).toMatchObject({ of: 2, peerGroup: 'phuong' });
    expect(valueOf(listAssessments(one.context()))).toHaveLength(1);
  }
});

test('a single file for another unit is refused by its name', async () => {
  const { aggregator } = await openStory();
  const neighbour = await openCommune(hoaCuong, aggregator);
  const [file] = await neighbour.importAll([await giveOne(aggregator)]);
  expect(file).toMatchObject({
    verdict: 'refused',
    errors: [{ code: 'package-for-another-unit', params: { unit: 'Phường Hải Châu' } }],
  });
});

test('one file for each unit, masked and encrypted as was asked; units that nobody judged are named', async () => {
  const { aggregator, commune } = await openStory();
  await openCommune(hoaCuong, aggregator);
  const { recipient, identity } = valueOf(commune.context().keys());
  const folder = path.join(makeTemporaryFolder(), 'out');
  mkdirSync(folder);
  const wish = { ...question, assessmentId: null, masked: true, passphrase: null, recipients: [recipient] };
  const given = valueOf(await exportResultFiles(aggregator.context(), wish, folder));
  expect(given).toMatchObject({ masked: true, encrypted: true, withoutScores: [{ code: hoaCuong }] });
  expect(readdirSync(folder)).toEqual(given.files.map(({ fileName }) => fileName));
  expect(given.files[0]?.fileName).toMatch(/^Phuong-Hai-Chau_2026_lan1_ket-qua_[0-9A-F]{8}\.thuocso$/u);
  const file = given.files[0]?.file ?? '';
  const unlock = { passphrase: null, identities: [identity] };
  const { document, manifest } = valueOf(await readPackage(file, { unlock, keepEvidence: null }));
  expect(manifest.subject).toMatchObject({ masked: true, evidenceFiles: 'omitted' });
  expect(document).toMatchObject({
    kind: 'review',
    result: { stage: 'appraised' },
    changes: [{ author: '' }],
  });
  expect(verdictsOf(await commune.importAll([file]))).toEqual(['newer']);
});

test('nobody is given a result before anything is judged, and a commune gives none', async () => {
  const aggregator = openInstallation('thanh-pho', 'aggregator', city);
  const commune = await openCommune(haiChau, aggregator);
  expect(codesOf(await give(aggregator))).toEqual(['no-results']);
  expect(codesOf(await give(commune))).toEqual(['no-results']);
  judge(aggregator, haiChau, 'appraised', null);
  await commune.importAll([await giveOne(aggregator)]);
  expect(codesOf(await give(commune))).toEqual(['appraisal-not-yours']);
});
