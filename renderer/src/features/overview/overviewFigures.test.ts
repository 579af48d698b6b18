import { expect, test } from 'vitest';
import { emptyAnswer } from '#shared/domain/assessment/answer.ts';
import { scoreAssessment } from '#shared/domain/scoring/scoreAssessment.ts';
import { makeCriterion, makeFrame } from '../../../../test/helpers/arbitraryCriteria.ts';
import { changesSince, figuresOfGroups, weakestCriteria } from './overviewFigures.ts';

const frame = makeFrame([8, 2, 5].map((max, index) => makeCriterion({ kind: 'yes_no' }, max, index)));
const answered = (given: Readonly<Record<string, boolean>>) =>
  scoreAssessment(
    frame,
    Object.fromEntries(Object.entries(given).map(([id, value]) => [id, { ...emptyAnswer, value }])),
  );

test('the weakest criteria are those that lack most points, met ones are none', () => {
  const weakest = weakestCriteria(answered({ 'zz-001': true, 'zz-002': false }), 10);
  expect(weakest.map(({ score, lost }) => [score.criterion.id, lost.toFraction()])).toEqual([
    ['zz-003', '5'],
    ['zz-002', '2'],
  ]);
});

test('changes name what gained and what lost, the greatest first', () => {
  const before = answered({ 'zz-001': false, 'zz-002': true, 'zz-003': false });
  const { gained, lost } = changesSince(answered({ 'zz-001': true, 'zz-003': true }), before);
  expect(gained.map(({ criterion }) => criterion.id)).toEqual(['zz-001', 'zz-003']);
  expect(lost.map(({ criterion, before: had }) => [criterion.id, had.toFraction()])).toEqual([
    ['zz-002', '2'],
  ]);
});

test('a group that does not apply has no percentage', () => {
  const nothing = scoreAssessment(
    frame,
    Object.fromEntries(
      ['zz-001', 'zz-002', 'zz-003'].map((id) => [id, { ...emptyAnswer, notApplicable: 'không có' }]),
    ),
  );
  expect(figuresOfGroups(nothing, answered({ 'zz-001': true })).map(({ percent }) => percent)).toEqual([
    null,
  ]);
  expect(figuresOfGroups(answered({}), nothing)[0]?.earlier).toBeNull();
});
