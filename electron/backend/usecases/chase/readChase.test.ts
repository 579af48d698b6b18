import { beforeEach, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { codesOf, openTestWorkspace, realContent, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { listApplicableCriteria } from '#shared/domain/scoring/scoreAssessment.ts';
import type { Workspace } from '../../backend.ts';
import { findSet } from '../../files/content.ts';
import { recordAppraisals } from '../appraisal/recordAppraisals.ts';
import { createAssessment } from '../createAssessment.ts';
import { listAssessments } from '../listAssessments.ts';
import { recordAnswers } from '../recordAnswers.ts';
import { keepFiguresOfPeriod } from '../dashboard/keepFigures.ts';
import { saveProfile } from '../profile.ts';
import { signAssessment } from '../signing.ts';
import { saveDeadline } from './deadline.ts';
import { readChase } from './readChase.ts';

const setId = 'da-nang-phuong-xa';
const haiChau = '20242';

let workspace: Workspace;

beforeEach(() => {
  workspace = openTestWorkspace(makeTemporaryFolder());
});

const read = (above?: string) => valueOf(readChase(workspace.context, { period: '2026', setId, above }));
const stateOf = (code: string) => read().units.find(({ unit }) => unit.code === code)?.state;
const create = () =>
  valueOf(
    createAssessment(workspace.context, { unitCode: haiChau, period: '2026', setId, setVersion: '1.0.0' }),
  ).id;

function sign(assessmentId: string): void {
  const signatory = { name: 'Nguyễn Văn An', title: 'Chủ tịch', place: 'Hải Châu', date: '2026-12-05' };
  valueOf(signAssessment(workspace.context, { assessmentId, ...signatory }));
}

function judge(
  assessmentId: string,
  decision: 'accepted' | 'returned',
  stage: 'appraised' | 'final' = 'appraised',
): void {
  const { set } = valueOf(findSet(realContent(), setId));
  const appraisals = listApplicableCriteria(set, 'phuong').map(({ id }, index) => ({
    criterionId: id,
    decision: index === 0 ? decision : ('accepted' as const),
    points: null,
    reason: 'Thiếu văn bản',
  }));
  valueOf(recordAppraisals(workspace.context, { assessmentId, stage, appraisals }));
}

// 94 units less the special zone, to which the set does not apply.
const wardsAndCommunes = 93;

test('lists every ward and commune of the city, with the days to 10 December', () => {
  const chase = read();
  expect(chase).toMatchObject({ deadline: '2026-12-10', daysLeft: 19 });
  expect(chase.units).toHaveLength(wardsAndCommunes);
  expect(new Set(chase.units.map(({ state }) => state))).toEqual(new Set(['not-sent']));
});

test('a unit goes from nothing to done', () => {
  const id = create();
  expect(stateOf(haiChau)).toBe('incomplete');
  sign(id);
  expect(stateOf(haiChau)).toBe('incomplete');
  judge(id, 'returned');
  expect(stateOf(haiChau)).toBe('waiting-for-them');
  judge(id, 'accepted');
  expect(stateOf(haiChau)).toBe('done');
});

test.each([['without an appraisal'], ['after something was sent back']])(
  'what the council has decided %s is done, on the board as on the card',
  (before) => {
    const id = create();
    sign(id);
    if (before !== 'without an appraisal') judge(id, 'returned');
    judge(id, 'accepted', 'final');
    expect(stateOf(haiChau)).toBe('done');
    const nothingLeft = { criteriaToJudge: 0, criteriaOwed: 0 };
    expect(valueOf(listAssessments(workspace.context))[0]?.appraisal).toMatchObject(nothingLeft);
  },
);

test('a board from kept figures says what one that scores says, also after the next judgement', async () => {
  const id = create();
  sign(id);
  for (const decision of ['returned', 'accepted'] as const) {
    judge(id, decision);
    const scored = read();
    await keepFiguresOfPeriod(workspace.context, setId, '2026');
    expect(read()).toEqual(scored);
    expect(scored.units.find(({ unit }) => unit.code === haiChau)?.assessmentId).toBe(id);
  }
});

test('an answer that came after the judgement waits for us again', () => {
  const id = create();
  judge(id, 'accepted');
  valueOf(
    recordAnswers(workspace.context, {
      assessmentId: id,
      edits: [{ criterionId: 'px-006', field: 'value', value: true }],
    }),
  );
  sign(id);
  expect(stateOf(haiChau)).toBe('waiting-for-us');
});

test("a deadline of one's own holds for its period, on the board and on the card, until it is given up", () => {
  create();
  const save = (deadline: string | null) =>
    valueOf(saveDeadline(workspace.context, { period: '2026', deadline }));
  const ofCard = () => valueOf(listAssessments(workspace.context))[0]?.deadline;
  save('2026-11-30');
  expect(read()).toMatchObject({ deadline: '2026-11-30', usualDeadline: '2026-12-10', daysLeft: 9 });
  expect(read().consolidation).toEqual({ day: '2026-12-15', daysLeft: 24 });
  expect(ofCard()).toBe('2026-11-30');
  const quarter = valueOf(readChase(workspace.context, { period: '2026-Q3', setId }));
  expect(quarter).toMatchObject({
    deadline: '2026-09-30',
    usualDeadline: '2026-09-30',
    consolidation: null,
  });
  save(null);
  expect(read().deadline).toBe('2026-12-10');
  expect(ofCard()).toBe('2026-12-10');
  expect(codesOf(saveDeadline(workspace.context, { period: 'x', deadline: null }))).toEqual([
    'period-malformed',
  ]);
});

test('a scope that no list of the time knows is refused', () => {
  const question = { period: '2026', setId, above: '99999' };
  expect(codesOf(readChase(workspace.context, question))).toEqual(['unit-unknown']);
});

test('the scope of an aggregator is what lies below it', () => {
  valueOf(saveProfile(workspace.context, { role: 'aggregator', unitCode: '48', header: {} }));
  expect(read().units).toHaveLength(wardsAndCommunes);
  expect(read(haiChau).units.map(({ unit }) => unit.code)).toEqual([haiChau]);
});
