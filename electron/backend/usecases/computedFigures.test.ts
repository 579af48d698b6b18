import { beforeEach, expect, test } from 'vitest';
import { fillPeriod } from '../../../test/helpers/filledPeriod.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { codesOf, openTestWorkspace, valueOf } from '../../../test/helpers/testWorkspace.ts';
import type { AnswerEdit } from '#shared/api/contract.ts';
import type { Evidence } from '#shared/domain/assessment/answer.ts';
import { findCriterion } from '#shared/domain/criteria/criteriaOfSet.ts';
import { findSet } from '../files/content.ts';
import type { UseCaseContext } from './context.ts';
import { recordAppraisals } from './appraisal/recordAppraisals.ts';
import { readComputedFigures, takeComputedFigure } from './computedFigures.ts';
import { createAssessment } from './createAssessment.ts';
import { readDashboard } from './dashboard/readDashboard.ts';
import { openAssessment } from './openAssessment.ts';
import { saveProfile } from './profile.ts';
import { recordAnswers } from './recordAnswers.ts';

const wardSet = 'da-nang-phuong-xa';
const wards = ['20194', '20197', '20200', '20209'];

let context: UseCaseContext;
let wardIds: readonly string[] = [];
let cityId = '';

beforeEach(() => {
  context = openTestWorkspace(makeTemporaryFolder()).context;
  valueOf(saveProfile(context, { role: 'city', unitCode: '48', header: {} }));
  wardIds = fillPeriod(
    context,
    wards.map((unitCode) => ({ unitCode })),
  );
  cityId = valueOf(
    createAssessment(context, {
      unitCode: '48',
      period: '2026',
      setId: 'da-nang-cap-thanh-pho',
      setVersion: '1.0.0',
    }),
  ).id;
});

const read = async () => valueOf(await readComputedFigures(context, { assessmentId: cityId })).figures;

/** Decides all criteria of a ward: all its points, or none. */
function settle(assessmentId: string, all: boolean): void {
  const { set } = valueOf(findSet(context.content, wardSet));
  const { answers } = valueOf(openAssessment(context, assessmentId));
  const appraisals = Object.keys(answers).map((criterionId) => ({
    criterionId,
    decision: 'adjusted' as const,
    points: all ? (findCriterion(set, criterionId)?.maxPoints ?? '0') : '0',
    reason: 'Hội đồng kết luận',
  }));
  valueOf(recordAppraisals(context, { assessmentId, stage: 'final', appraisals }));
}

test('what the city counts is what its dashboard shows, units that sent nothing included', async () => {
  const figures = await read();
  expect(figures.map(({ criterionId }) => criterionId)).toEqual(['tp-035', 'tp-036', 'tp-052', 'tp-053']);
  const { shares } = valueOf(
    await readDashboard(context, { period: '2026', setId: wardSet, basis: 'claimed' }),
  );
  const reachedOf = (id: string) =>
    String(shares.find(({ thresholdId, peers }) => thresholdId === id && peers === null)?.reached);
  expect(figures.map(({ value }) => value)).toEqual([
    reachedOf('points-80'),
    { numerator: reachedOf('criteria-80'), denominator: '93' },
    reachedOf('points-90'),
    { numerator: reachedOf('points-90'), denominator: '93' },
  ]);
  expect(figures[0]?.units).toHaveLength(93);
  expect(figures[0]?.explanation).toContain('89 đơn vị chưa gửi kết quả');
});

test('what the council decided goes before what a ward says of itself', async () => {
  settle(wardIds[0] ?? '', true);
  settle(wardIds[1] ?? '', false);
  const [figure] = await read();
  const stateOf = (code: string) => figure?.units.find(({ unit }) => unit.code === code);
  expect(stateOf('20194')).toMatchObject({ basis: 'final', reached: true });
  expect(stateOf('20197')).toMatchObject({ basis: 'final', reached: false });
  expect(stateOf('20200')).toMatchObject({ basis: 'claimed' });
});

test('a figure that is taken over brings its calculation and one card, however often it is taken', async () => {
  const take = () => takeComputedFigure(context, { assessmentId: cityId, criterionId: 'tp-053' });
  valueOf(await take());
  for (const id of wardIds) settle(id, true);
  valueOf(await take());
  const { answers } = valueOf(openAssessment(context, cityId));
  expect(answers['tp-053']).toMatchObject({
    value: { numerator: '4', denominator: '93' },
    explanation: expect.stringContaining('4 đơn vị theo điểm chốt') as unknown,
    evidence: [{ title: 'Bảng tổng hợp kết quả phường, xã năm 2026, do ứng dụng Thước Số lập' }],
  });
});

test('a summary that somebody has given a number stays when the figure is taken again', async () => {
  const take = () => takeComputedFigure(context, { assessmentId: cityId, criterionId: 'tp-053' });
  const [made] = valueOf(await take()).answers['tp-053']?.evidence ?? [];
  const issued = { ...made, number: '15/BC-STTTT', issuer: 'Sở KH&CN' } as Evidence;
  const edits: AnswerEdit[] = [{ criterionId: 'tp-053', field: 'evidence', value: [issued] }];
  valueOf(recordAnswers(context, { assessmentId: cityId, edits }));
  for (const id of wardIds) settle(id, true);
  valueOf(await take());
  const { answers } = valueOf(await take());
  expect(answers['tp-053']?.evidence).toEqual([issued, made]);
});

test('a ward has nothing to count, and whoever is no city counts nothing', async () => {
  const [ward = ''] = wardIds;
  expect(valueOf(await readComputedFigures(context, { assessmentId: ward })).figures).toEqual([]);
  const taken = await takeComputedFigure(context, { assessmentId: ward, criterionId: 'px-001' });
  expect(codesOf(taken)).toEqual(['computation-gone']);
  valueOf(saveProfile(context, { role: 'commune', unitCode: '20194', header: {} }));
  expect(await read()).toEqual([]);
});
