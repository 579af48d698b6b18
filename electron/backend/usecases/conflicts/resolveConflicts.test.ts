import { expect, test } from 'vitest';
import { openOffice, type Office } from '../../../../test/helpers/offices.ts';
import { codesOf, errorsOf, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import type { AnswerEdit } from '#shared/api/contract.ts';
import type { Evidence } from '#shared/domain/assessment/answer.ts';
import { countersIn } from '#shared/domain/merge/countersIn.ts';
import { succeed } from '#shared/errors/result.ts';
import { listHistory } from '../listHistory.ts';
import { moveStep } from '../moveStep.ts';
import { openAssessment } from '../openAssessment.ts';
import { saveProfile } from '../profile.ts';
import { recordHeader } from '../recordHeader.ts';
import { recallSignature, signAssessment } from '../signing.ts';
import { listConflicts } from './listConflicts.ts';
import { readLineage } from './readLineage.ts';
import { resolveConflicts } from './resolveConflicts.ts';

const yes = (value: boolean | null): AnswerEdit => ({ criterionId: 'px-006', field: 'value', value });
const explain = (value: string): AnswerEdit => ({ criterionId: 'px-008', field: 'explanation', value });
const attach = (...cards: Evidence[]): AnswerEdit => ({
  criterionId: 'px-006',
  field: 'evidence',
  value: cards,
});
const card = (number: string): Evidence => ({ number, date: '', issuer: '', title: 'Kế hoạch', page: '' });

const value = { stage: 'self', criterionId: 'px-006', field: 'value' } as const;
const explanation = { stage: 'self', criterionId: 'px-008', field: 'explanation' } as const;

/** Two officers who have disagreed about two cells and agreed about a third; the first has heard of it. */
function openDisputed(): { readonly ours: Office; readonly theirs: Office } {
  const ours = openOffice('a');
  const theirs = openOffice('b');
  const same: AnswerEdit = { criterionId: 'px-007', field: 'explanation', value: 'như nhau' };
  ours.record('Lan', yes(true), explain('đang trình'), same);
  theirs.record('Hoa', yes(false), explain('đã ký'), same);
  ours.receive(theirs.log(), 'tu-hoa.thuocso');
  return { ours, theirs };
}

const conflictsOf = ({ workspace, assessmentId }: Office) =>
  valueOf(listConflicts(workspace.context, { assessmentId }));
const decide = (
  { workspace, assessmentId }: Office,
  ...decisions: Omit<Parameters<typeof resolveConflicts>[1]['decisions'][number], 'assessmentId'>[]
) =>
  resolveConflicts(workspace.context, {
    decisions: decisions.map((one) => ({ ...one, assessmentId })),
    author: 'Minh',
  });
const look = ({ workspace, assessmentId }: Office) =>
  valueOf(openAssessment(workspace.context, assessmentId));

test('a conflict shows both values with who, when and from which file, cells in printed order', () => {
  const { ours } = openDisputed();
  const conflicts = conflictsOf(ours);
  expect(conflicts.map(({ criterionId, field }) => [criterionId, field])).toEqual([
    ['px-006', 'value'],
    ['px-008', 'explanation'],
  ]);
  expect(conflicts[0]).toMatchObject({
    assessmentId: ours.assessmentId,
    period: '2026',
    unit: { code: '20242' },
  });
  const [own, other] = conflicts[0]?.values ?? [];
  expect(own).toMatchObject({ value: true, author: 'Lan', source: null });
  expect(other).toMatchObject({
    value: false,
    author: 'Hoa',
    source: { fileName: 'tu-hoa.thuocso', revision: 1, signerUnit: 'Phường Hải Châu' },
  });
  expect(other?.source?.signerWords).toHaveLength(8);
  expect(valueOf(listConflicts(ours.workspace.context, { assessmentId: null }))).toEqual(conflicts);
});

test('the value shown meanwhile is the same on both machines', () => {
  const { ours, theirs } = openDisputed();
  theirs.receive(ours.log());
  expect(look(ours).answers).toEqual(look(theirs).answers);
  expect(look(ours).answers['px-006']?.value).toBe(conflictsOf(ours)[0]?.values.at(-1)?.value);
  expect(conflictsOf(theirs)[0]?.values.map((one) => one.value)).toEqual([true, false]);
});

test('a decision settles it for both, and neither side can take it for news again', () => {
  const { ours, theirs } = openDisputed();
  const decided = decide(ours, { ...value, value: false }, { ...explanation, value: '  đã ký ngày 5/12' });
  expect(valueOf(decided)).toEqual({ resolved: 2 });
  expect(conflictsOf(ours)).toEqual([]);
  expect(theirs.receive(ours.log())).toBeGreaterThan(0);
  expect(conflictsOf(theirs)).toEqual([]);
  expect(look(theirs).answers).toEqual(look(ours).answers);
  expect(look(theirs).answers['px-008']?.explanation).toBe('  đã ký ngày 5/12');
  expect(ours.receive(theirs.log())).toBe(0);
});

test('both may decide without knowing of each other: alike is settled, differently is a conflict again', () => {
  const { ours, theirs } = openDisputed();
  theirs.receive(ours.log());
  valueOf(decide(ours, { ...value, value: false }, { ...explanation, value: 'một' }));
  valueOf(decide(theirs, { ...value, value: false }, { ...explanation, value: 'hai' }));
  ours.receive(theirs.log());
  expect(conflictsOf(ours).map(({ field, values }) => [field, values.map((one) => one.value)])).toEqual([
    ['explanation', ['một', 'hai']],
  ]);
});

test('one faulty decision holds all of them back, and every fault is named with its cell', () => {
  const { ours } = openDisputed();
  const before = ours.log();
  const refused = decide(
    ours,
    { ...value, value: false },
    { ...explanation, value: 'x'.repeat(10_001) },
    { ...explanation, criterionId: 'px-007', value: 'khác' },
  );
  expect(errorsOf(refused).map(({ code, place }) => [code, place])).toEqual([
    ['text-too-long', 'px-008.explanation'],
    ['conflict-gone', 'self/px-007/explanation'],
  ]);
  expect(ours.log()).toEqual(before);
  expect(codesOf(decide(ours, { ...value, value: 'có lẽ' }))).toEqual(['value-wrong-kind']);
  const { context } = ours.workspace;
  expect(
    codesOf(resolveConflicts(context, { decisions: [{ ...value, value: true, assessmentId: 'x' }] })),
  ).toEqual(['assessment-unknown']);
});

test('a conflict that was decided is gone', () => {
  const { ours } = openDisputed();
  valueOf(decide(ours, { ...value, value: false }));
  expect(codesOf(decide(ours, { ...value, value: true }))).toEqual(['conflict-gone']);
  expect(look(ours).answers['px-006']?.value).toBe(false);
});

test('no way leads back behind a decision, whether it was made in the list or by an edit of the answer', () => {
  const { ours } = openDisputed();
  const { context } = ours.workspace;
  const { assessmentId } = ours;
  ours.record('Lan', { criterionId: 'px-009', field: 'explanation', value: 'mới' });
  expect(look(ours).canUndo).toBe(true);
  valueOf(decide(ours, { ...value, value: false }));
  expect(look(ours)).toMatchObject({ canUndo: false, canRedo: false });
  ours.record('Lan', explain('chốt'));
  expect(conflictsOf(ours)).toEqual([]);
  expect(codesOf(moveStep(context, 'undo', { assessmentId }))).toEqual(['nothing-to-undo']);
  ours.record('Lan', explain('chốt lại'));
  expect(valueOf(moveStep(context, 'undo', { assessmentId })).answers['px-008']?.explanation).toBe('chốt');
});

test('documents of both sides can be joined, also where the file behind a card is not here', () => {
  const ours = openOffice('a');
  const theirs = openOffice('b');
  ours.record('Lan', attach(card('1')));
  theirs.record('Hoa', attach(card('2')));
  const file = { sha256: 'cd'.repeat(32), name: 'a.pdf', size: 3 };
  const withFile = theirs
    .log()
    .map((change) =>
      change.field === 'evidence'
        ? { ...change, valueText: JSON.stringify([{ ...card('2'), file }]) }
        : change,
    );
  ours.receive(withFile);
  const joined = [card('1'), { ...card('2'), file }];
  const evidence = { ...value, field: 'evidence' };
  const foreign = [{ ...card('3'), file: { ...file, sha256: 'ef'.repeat(32) } }];
  expect(codesOf(decide(ours, { ...evidence, value: foreign }))).toEqual(['evidence-file-missing']);
  valueOf(decide(ours, { ...evidence, value: joined }));
  expect(look(ours).answers['px-006']?.evidence).toEqual(joined);
});

test('the head of the form is decided too, in its own form', () => {
  const [ours, theirs] = [openOffice('a'), openOffice('b')];
  for (const [office, population] of [
    [ours, '127.000'],
    [theirs, '128.000'],
  ] as const) {
    const { workspace, assessmentId } = office;
    valueOf(recordHeader(workspace.context, { assessmentId, header: { population } }));
  }
  ours.receive(theirs.log());
  const population = { stage: 'self', criterionId: 'header', field: 'population' } as const;
  expect(codesOf(decide(ours, { ...population, value: 5 }))).toEqual(['value-wrong-kind']);
  expect(codesOf(decide(ours, { ...population, value: 'x'.repeat(301) }))).toEqual(['text-too-long']);
  valueOf(decide(ours, { ...population, value: '127.500' }));
  expect(look(ours).header).toEqual({ population: '127.500' });
});

test('what others have judged is chosen among what they said', () => {
  const ours = openOffice('a');
  const judge = (replicaId: string, decision: string) => ({
    stage: 'appraised' as const,
    criterionId: 'px-006',
    field: 'appraisal',
    dot: [replicaId, 1] as const,
    valueText: JSON.stringify({ decision }),
    replaced: [],
    author: 'Tổ thẩm định',
    changedAt: '2026-12-01T00:00:00.000Z',
  });
  ours.receive([judge('c', 'accepted'), judge('d', 'returned')]);
  const cell = { stage: 'appraised', criterionId: 'px-006', field: 'appraisal' } as const;
  expect(codesOf(decide(ours, { ...cell, value: { decision: 'adjusted' } }))).toEqual([
    'decision-only-among',
  ]);
  valueOf(decide(ours, { ...cell, value: { decision: 'returned' } }));
  expect(conflictsOf(ours)).toEqual([]);
});

const signatory = { name: 'Nguyễn Văn An', title: 'Chủ tịch', place: 'Hải Châu', date: '2026-12-20' };

test('nothing is signed while a value of the unit is in conflict', () => {
  const { ours } = openDisputed();
  const { workspace, assessmentId } = ours;
  const sign = () => signAssessment(workspace.context, { assessmentId, ...signatory });
  expect(errorsOf(sign())).toEqual([{ code: 'conflicts-open', params: { count: 2 } }]);
  valueOf(decide(ours, { ...value, value: true }, { ...explanation, value: 'đã ký' }));
  expect(valueOf(sign()).state).toBe('signed');
});

test('whoever receives signed files may decide between them, the commune that signed must recall first', () => {
  const { ours, theirs } = openDisputed();
  const { context } = ours.workspace;
  valueOf(
    context.store.write((writer) => {
      writer.insertSignature(1, {
        ...signatory,
        id: 's',
        digest: 'ab'.repeat(32),
        seen: countersIn(writer.readLog(1)),
        signedAt: '2026-12-20T00:00:00.000Z',
      });
      return succeed({});
    }),
  );
  valueOf(saveProfile(context, { role: 'commune', unitCode: '20242', header: {} }));
  expect(codesOf(decide(ours, { ...value, value: true }))).toEqual(['assessment-signed']);
  valueOf(recallSignature(context, { assessmentId: ours.assessmentId, reason: 'Xung đột' }));
  valueOf(decide(ours, { ...value, value: true }));
  valueOf(saveProfile(context, { role: 'aggregator', unitCode: '20242', header: {} }));
  valueOf(decide(ours, { ...explanation, value: 'đã ký' }));
  expect(theirs.log()).toHaveLength(3);
});

test('the lineage of a value names every edit, newest first, with its file, what stands and what decided', () => {
  const { ours } = openDisputed();
  ours.record('Lan', yes(null));
  const { workspace, assessmentId } = ours;
  const lineage = valueOf(readLineage(workspace.context, { assessmentId, ...value }));
  expect(lineage.map((entry) => [entry.value, entry.author, entry.stands, entry.decided])).toEqual([
    [null, 'Lan', true, true],
    [false, 'Hoa', false, false],
    [true, 'Lan', false, false],
  ]);
  expect(lineage.map(({ source }) => source?.fileName)).toEqual([undefined, 'tu-hoa.thuocso', undefined]);
  expect(lineage[0]?.replaced).toEqual([lineage[2]?.dot, lineage[1]?.dot]);
  const nobody = { assessmentId, ...value, field: 'notApplicable' };
  expect(valueOf(readLineage(workspace.context, nobody))).toEqual([]);
});

test('the history of a criterion shows what a colleague did with name and file, where it came in', () => {
  const { ours } = openDisputed();
  ours.record('Lan', yes(true));
  const { workspace, assessmentId } = ours;
  const history = valueOf(listHistory(workspace.context, { assessmentId, criterionId: 'px-006' }));
  expect(history.map(({ newValue, author, source }) => [newValue, author, source?.fileName])).toEqual([
    [true, 'Lan', undefined],
    [false, 'Hoa', 'tu-hoa.thuocso'],
    [true, 'Lan', undefined],
  ]);
});

test('a value that nobody had before them is not overruled', () => {
  const { ours } = openDisputed();
  const [conflict] = conflictsOf(ours);
  const seen = conflict?.values.flatMap(({ dots }) => dots) as [string, number][];
  const third = openOffice('c');
  const decision = { ...value, value: true, seen };
  third.record('Tú', yes(false));
  ours.receive(third.log(), 'tu-tu.thuocso');
  third.record('Tú', yes(null));
  ours.receive(third.log(), 'tu-tu-2.thuocso');
  expect(errorsOf(decide(ours, decision)).map(({ code, place }) => [code, place])).toEqual([
    ['conflict-changed', 'self/px-006/value'],
  ]);
  expect(conflictsOf(ours)).toHaveLength(2);
  const now = conflictsOf(ours)[0]?.values.flatMap(({ dots }) => dots) as [string, number][];
  expect(valueOf(decide(ours, { ...decision, seen: now }))).toEqual({ resolved: 1 });
});
