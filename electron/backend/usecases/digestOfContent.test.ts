import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openOffice, type Office } from '../../../test/helpers/offices.ts';
import { cells, play, type Move } from '../../../test/helpers/replicas.ts';
import { codesOf, valueOf } from '../../../test/helpers/testWorkspace.ts';
import type { AnswerEdit } from '#shared/api/contract.ts';
import { listConflicts } from '#shared/domain/merge/standing.ts';
import { createAssessment } from './createAssessment.ts';
import { digestOfContent } from './digestOfContent.ts';
import { recallSignature, signAssessment } from './signing.ts';

const digestOf = ({ workspace, assessmentId }: Office, all = false) =>
  valueOf(digestOfContent(workspace.context, { assessmentId: all ? null : assessmentId })).digest;
const yes = (value: boolean | null): AnswerEdit => ({ criterionId: 'px-006', field: 'value', value });

test('equal content has the equal digest in whatever order, grouping and repetition it came in', () => {
  const who = fc.nat(4);
  const edit = fc.record({
    kind: fc.constant('edit' as const),
    who,
    cell: fc.nat(cells.length),
    value: fc.constantFrom('null', '"1"', '"2"'),
  });
  const sync = fc.record({ kind: fc.constant('sync' as const), who, from: fc.nat(4) });
  const moves: fc.Arbitrary<readonly Move[]> = fc.array(fc.oneof(edit, edit, sync), {
    minLength: 5,
    maxLength: 40,
    size: 'max',
  });
  let conflicts = 0;
  fc.assert(
    fc.property(moves, fc.nat(4), (history, turn) => {
      const logs = play(5, history).replicas.map(({ log }) => log);
      const [one, other] = [openOffice('one'), openOffice('other')];
      for (const log of logs) one.receive(log);
      for (const log of [...logs.slice(turn), ...logs.slice(0, turn), ...logs].toReversed())
        other.receive(log);
      expect(digestOf(one)).toBe(digestOf(other));
      expect(digestOf(one, true)).toBe(digestOf(other, true));
      conflicts += listConflicts(one.log()).length;
      one.workspace.close();
      other.workspace.close();
    }),
    { numRuns: 8, seed: 4 },
  );
  expect(conflicts).toBeGreaterThan(0);
});

test('it says what stands, not who entered it, how often, or what was taken back', () => {
  const [one, other] = [openOffice('one'), openOffice('other')];
  expect(digestOf(one)).toBe(digestOf(other));
  one.record('Lan', yes(true));
  const first = digestOf(one);
  expect(first).not.toBe(digestOf(other));
  other.record('Hoa', yes(false));
  other.record('Hoa', yes(true), { criterionId: 'px-008', field: 'explanation', value: 'nhầm' });
  expect(digestOf(other)).not.toBe(first);
  other.record('Hoa', { criterionId: 'px-008', field: 'explanation', value: '' });
  expect(digestOf(other)).toBe(first);
});

test('that no item of a checklist is met counts, unlike a list of documents that was emptied', () => {
  const office = openOffice('one');
  const unanswered = digestOf(office);
  office.record('Lan', { criterionId: 'px-002', field: 'value', value: [] });
  expect(digestOf(office)).not.toBe(unanswered);
  const card = { number: '1', date: '', issuer: '', title: '', page: '' };
  office.record('Lan', { criterionId: 'px-002', field: 'value', value: null });
  office.record('Lan', { criterionId: 'px-002', field: 'evidence', value: [card] });
  office.record('Lan', { criterionId: 'px-002', field: 'evidence', value: [] });
  expect(digestOf(office)).toBe(unanswered);
});

test('every value of a conflict counts, and so does the decision', () => {
  const [one, other] = [openOffice('one'), openOffice('other')];
  one.record('Lan', yes(true));
  other.record('Hoa', yes(null), yes(false));
  const before = digestOf(other);
  other.receive(one.log());
  expect(digestOf(other)).not.toBe(before);
  other.record('Hoa', yes(false));
  expect(digestOf(other)).toBe(before);
});

test('signatures and their recalls count', () => {
  const office = openOffice('one');
  const { assessmentId, workspace } = office;
  const digests = [digestOf(office)];
  const signatory = { name: 'An', title: 'Chủ tịch', place: 'Hải Châu', date: '2026-12-20' };
  valueOf(signAssessment(workspace.context, { assessmentId, ...signatory }));
  digests.push(digestOf(office));
  valueOf(recallSignature(workspace.context, { assessmentId, reason: 'Sai số hộ' }));
  digests.push(digestOf(office));
  expect(new Set(digests).size).toBe(3);
});

test('all assessments together have one digest, whatever the order in which they were made', () => {
  const [one, other] = [openOffice('one'), openOffice('other')];
  const create = ({ workspace }: Office, period: string) => {
    const choice = { unitCode: '20242', period, setId: 'da-nang-phuong-xa', setVersion: '1.0.0' };
    valueOf(createAssessment(workspace.context, choice));
  };
  create(one, '2025');
  create(one, '2024');
  create(other, '2024');
  expect(digestOf(one, true)).not.toBe(digestOf(other, true));
  create(other, '2025');
  expect(digestOf(one, true)).toBe(digestOf(other, true));
  expect(codesOf(digestOfContent(one.workspace.context, { assessmentId: 'x' }))).toEqual([
    'assessment-unknown',
  ]);
});
