import { beforeEach, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { codesOf, errorsOf, openTestWorkspace, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import type { Workspace } from '../../backend.ts';
import { createAssessment } from '../createAssessment.ts';
import { openAssessment } from '../openAssessment.ts';
import { saveProfile } from '../profile.ts';
import { recordAnswers } from '../recordAnswers.ts';
import { recallSignature, signAssessment } from '../signing.ts';
import { openAppraisals } from './openAppraisals.ts';
import { recordAppraisals, type GivenAppraisal } from './recordAppraisals.ts';
import type { AppraisingStage } from './readAppraisals.ts';

let folder = '';
let workspace: Workspace;
let assessmentId = '';

beforeEach(() => {
  folder = makeTemporaryFolder();
  workspace = openTestWorkspace(folder);
  const choice = { unitCode: '20242', period: '2026', setId: 'da-nang-phuong-xa', setVersion: '1.0.0' };
  assessmentId = valueOf(createAssessment(workspace.context, choice)).id;
  answer(true);
});

// A yes-or-no criterion, and one of its neighbours.
const yesNo = 'px-006';
const neighbour = 'px-007';

const answer = (value: boolean) =>
  valueOf(
    recordAnswers(workspace.context, {
      assessmentId,
      edits: [{ criterionId: yesNo, field: 'value', value }],
    }),
  );
const decide = (given: Partial<GivenAppraisal> = {}, stage: AppraisingStage = 'appraised') =>
  recordAppraisals(workspace.context, {
    assessmentId,
    stage,
    appraisals: [{ criterionId: yesNo, decision: 'accepted', points: null, reason: '', ...given }],
  });
const look = () => valueOf(openAppraisals(workspace.context, { assessmentId }));
const sign = () =>
  valueOf(
    signAssessment(workspace.context, {
      assessmentId,
      name: 'Nguyễn Văn An',
      title: 'Chủ tịch',
      place: 'Hải Châu',
      date: '2026-12-05',
    }),
  );

test('a decision stands over a restart and leaves what the unit declared alone', () => {
  const declared = valueOf(openAssessment(workspace.context, assessmentId)).answers;
  valueOf(decide({ decision: 'adjusted', points: '0,5', reason: ' Thiếu phụ lục ' }));
  workspace.close();
  workspace = openTestWorkspace(folder);
  expect(look().criteria).toMatchObject([
    {
      criterionId: yesNo,
      appraised: { decision: 'adjusted', points: '0.5', reason: 'Thiếu phụ lục', isOutdated: false },
      final: null,
    },
  ]);
  expect(valueOf(openAssessment(workspace.context, assessmentId)).answers).toEqual(declared);
});

test('points count from floor to ceiling until everything is judged', () => {
  const before = look();
  expect(before.appraised).toMatchObject({ percent: '0', ceilingPercent: '100' });
  valueOf(decide());
  const open = look().appraised.criteriaOpen;
  expect(open).toBe(before.appraised.criteriaOpen - 1);
});

test('what the council says takes the place of the appraisal in the final score only', () => {
  valueOf(decide({ decision: 'adjusted', points: 0, reason: 'Không có tài liệu' }));
  valueOf(decide({ decision: 'accepted' }, 'final'));
  const { appraised, final, criteria } = look();
  expect([appraised.criteriaMet, final.criteriaMet]).toEqual([0, 1]);
  expect(criteria).toMatchObject([{ appraised: { decision: 'adjusted' }, final: { decision: 'accepted' } }]);
});

test('a new answer puts the decision out of date', () => {
  valueOf(decide());
  answer(false);
  expect(look().criteria).toMatchObject([{ appraised: { isOutdated: true } }]);
  valueOf(decide());
  expect(look().criteria).toMatchObject([{ appraised: { isOutdated: false } }]);
});

test('an answer that came while somebody looked at the one before is not decided about', () => {
  const { answerDigests } = look();
  answer(false);
  valueOf(decide({ answerDigest: answerDigests[yesNo] }));
  expect(look().criteria).toMatchObject([{ appraised: { decision: 'accepted', isOutdated: true } }]);
  valueOf(decide({ answerDigest: look().answerDigests[yesNo] }));
  expect(look().criteria).toMatchObject([{ appraised: { isOutdated: false } }]);
});

test('tells which criteria changed since the revision before', () => {
  sign();
  expect(look().changedSinceRevision).toEqual([]);
  valueOf(recallSignature(workspace.context, { assessmentId, reason: 'Trả lời thẩm định' }));
  answer(false);
  sign();
  expect(look().changedSinceRevision).toEqual([yesNo]);
});

test('a signed assessment can be judged: the decisions are not part of what was signed', () => {
  sign();
  expect(decide().ok).toBe(true);
});

test('refuses everything at once and records nothing', () => {
  const refused = recordAppraisals(workspace.context, {
    assessmentId,
    stage: 'appraised',
    appraisals: [
      { criterionId: 'px-999', decision: 'accepted', points: null, reason: '' },
      { criterionId: yesNo, decision: 'returned', points: null, reason: ' ' },
      { criterionId: neighbour, decision: 'adjusted', points: '99', reason: 'Quá' },
    ],
  });
  expect(codesOf(refused)).toEqual(['criterion-unknown', 'reason-missing', 'points-above-maximum']);
  expect(errorsOf(refused).map(({ place }) => place)).toEqual(['px-999', '1.6', '1.7']);
  expect(look().criteria).toEqual([]);
});

test('the council only keeps or adjusts, and a commune judges nothing', () => {
  expect(codesOf(decide({ decision: 'returned', reason: 'Thiếu' }, 'final'))).toEqual(['decision-not-final']);
  valueOf(saveProfile(workspace.context, { role: 'commune', unitCode: '20242', header: {} }));
  expect(codesOf(decide())).toEqual(['appraisal-not-yours']);
});
