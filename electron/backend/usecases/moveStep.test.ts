import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { codesOf, openTestWorkspace, valueOf } from '../../../test/helpers/testWorkspace.ts';
import type { AnswerEdit } from '#shared/api/contract.ts';
import { succeed } from '#shared/errors/result.ts';
import type { Workspace } from '../backend.ts';
import { emptyStoredAnswer, type StoredAnswers } from './answersOfCells.ts';
import { createAssessment } from './createAssessment.ts';
import { listHistory } from './listHistory.ts';
import { moveStep } from './moveStep.ts';
import { openAssessment, type OpenedAssessment } from './openAssessment.ts';
import { recordAnswers } from './recordAnswers.ts';
import { recordHeader } from './recordHeader.ts';

const choice = { unitCode: '20242', setId: 'da-nang-phuong-xa', setVersion: '1.0.0' };

function openWithAssessment() {
  const folder = makeTemporaryFolder();
  let workspace: Workspace = openTestWorkspace(folder);
  const { id } = valueOf(createAssessment(workspace.context, { ...choice, period: '2026' }));
  const desk = (assessmentId: string) => ({
    record: (...edits: AnswerEdit[]) =>
      valueOf(recordAnswers(workspace.context, { assessmentId, edits, author: 'Lan' })),
    recordHeader: (population: string) =>
      valueOf(recordHeader(workspace.context, { assessmentId, header: { population } })),
    move: (kind: 'undo' | 'redo') => moveStep(workspace.context, kind, { assessmentId, author: 'Hoa' }),
    look: () => valueOf(openAssessment(workspace.context, assessmentId)),
    historyOf: (criterionId: string) =>
      valueOf(listHistory(workspace.context, { assessmentId, criterionId })),
    restart: () => {
      workspace.close();
      workspace = openTestWorkspace(folder);
    },
    createAnother: (period: string) => valueOf(createAssessment(workspace.context, { ...choice, period })).id,
  });
  return { ...desk(id), desk };
}

const yes = (value: boolean | null): AnswerEdit => ({ criterionId: 'px-006', field: 'value', value });
const explain = (value: string): AnswerEdit => ({ criterionId: 'px-008', field: 'explanation', value });

test('undo puts back what stood before the last call, redo what stood after it', () => {
  const { record, move, look } = openWithAssessment();
  record(yes(true), explain('đang trình'));
  record(yes(false));
  const undone = valueOf(move('undo'));
  expect(undone).toMatchObject({ criterionIds: ['px-006'], canUndo: true, canRedo: true });
  expect(undone.answers['px-006']?.value).toBe(true);
  expect(valueOf(move('undo'))).toMatchObject({ criterionIds: ['px-006', 'px-008'], canUndo: false });
  expect(look().answers['px-008']).toEqual(emptyStoredAnswer);
  valueOf(move('redo'));
  expect(valueOf(move('redo'))).toMatchObject({ canUndo: true, canRedo: false });
  expect(look().answers['px-006']?.value).toBe(false);
  expect(look().answers['px-008']?.explanation).toBe('đang trình');
});

test('the way back is as long after a restart, and the log only grows', () => {
  const { record, move, look, restart, historyOf } = openWithAssessment();
  record(yes(true));
  record(yes(false));
  valueOf(move('undo'));
  restart();
  expect(look()).toMatchObject({ canUndo: true, canRedo: true });
  valueOf(move('redo'));
  valueOf(move('undo'));
  valueOf(move('undo'));
  expect(look().answers['px-006']?.value).toBeNull();
  const history = historyOf('px-006');
  expect(history.map(({ kind }) => kind)).toEqual(['undo', 'undo', 'redo', 'undo', 'edit', 'edit']);
  expect(history.at(-1)).toMatchObject({ field: 'value', oldValue: null, newValue: true, author: 'Lan' });
  expect(history[0]).toMatchObject({ oldValue: true, newValue: null, author: 'Hoa' });
});

test('the head of the form is a step too', () => {
  const { recordHeader: head, record, move } = openWithAssessment();
  head('127.000');
  head('128.000');
  record(yes(true));
  expect(valueOf(move('undo')).header).toEqual({ population: '128.000' });
  expect(valueOf(move('undo'))).toMatchObject({ header: { population: '127.000' }, criterionIds: [] });
  expect(valueOf(move('undo')).header).toEqual({});
  expect(valueOf(move('redo')).header).toEqual({ population: '127.000' });
});

test('with no step left, undo and redo say so and change nothing', () => {
  const { record, move, historyOf } = openWithAssessment();
  expect(codesOf(move('undo'))).toEqual(['nothing-to-undo']);
  record(yes(true));
  expect(codesOf(move('redo'))).toEqual(['nothing-to-redo']);
  expect(historyOf('px-006')).toHaveLength(1);
});

test('a call that changes nothing is no step and leaves the way forward open', () => {
  const { record, move } = openWithAssessment();
  record(yes(true));
  record(yes(false));
  valueOf(move('undo'));
  expect(record(yes(true))).toMatchObject({ canUndo: true, canRedo: true });
  expect(record(explain('mới'))).toMatchObject({ canUndo: true, canRedo: false });
});

test('every assessment has its own way back', () => {
  const { record, desk, createAnother } = openWithAssessment();
  const other = desk(createAnother('2025'));
  record(yes(true));
  expect(codesOf(other.move('undo'))).toEqual(['nothing-to-undo']);
});

/** What an officer sees, without criteria that hold nothing. */
function seen({ answers, header }: Pick<OpenedAssessment, 'answers' | 'header'>) {
  const empty = JSON.stringify(emptyStoredAnswer);
  const held = Object.entries(answers).filter(([, answer]) => JSON.stringify(answer) !== empty);
  return { answers: Object.fromEntries(held), header };
}

test('any history of edits, undo, redo and restarts stands as in a list of snapshots', () => {
  type Snapshot = ReturnType<typeof seen>;
  type Step =
    | { readonly kind: 'edit'; readonly edits: readonly AnswerEdit[] }
    | { readonly kind: 'head'; readonly population: string }
    | { readonly kind: 'undo' | 'redo' | 'restart' };
  const edit: fc.Arbitrary<AnswerEdit> = fc.oneof(
    fc.constantFrom(true, false, null).map(yes),
    fc.constantFrom('', 'một', 'hai').map(explain),
    fc.constantFrom('', 'Lan', 'Hoa').map((value): AnswerEdit => ({
      criterionId: 'px-008',
      field: 'assignee',
      value,
    })),
    fc.constantFrom('1', '2').map((number): AnswerEdit => ({
      criterionId: 'px-006',
      field: 'evidence',
      value: [{ number, date: '', issuer: '', title: '', page: '' }],
    })),
  );
  const step: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('edit' as const),
        edits: fc.array(edit, { minLength: 1, maxLength: 4 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('head' as const), population: fc.constantFrom('', '1', '2') }),
    },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('redo' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const { record, recordHeader: head, move, look, restart } = openWithAssessment();
      const snapshots: Snapshot[] = [{ answers: {}, header: {} }];
      let position = 0;
      for (const one of steps) {
        if (one.kind === 'edit' || one.kind === 'head') {
          if (one.kind === 'edit') record(...one.edits);
          else head(one.population);
          const after = seen(look());
          if (JSON.stringify(after) !== JSON.stringify(snapshots[position])) {
            snapshots.splice(position + 1, Infinity, after);
            position += 1;
          }
        } else if (one.kind === 'restart') restart();
        else {
          const target = position + (one.kind === 'undo' ? -1 : 1);
          const isThere = snapshots[target] !== undefined;
          expect(move(one.kind).ok).toBe(isThere);
          if (isThere) position = target;
        }
        const now = look();
        expect(seen(now)).toEqual(snapshots[position]);
        expect(now.canUndo).toBe(position > 0);
        expect(now.canRedo).toBe(position < snapshots.length - 1);
      }
    }),
    { numRuns: 40 },
  );
});

test('changes from before there were steps stay, and undo does not reach behind them', () => {
  const folder = makeTemporaryFolder();
  const { context } = openTestWorkspace(folder);
  const assessmentId = valueOf(createAssessment(context, { ...choice, period: '2026' })).id;
  const old = { stage: 'self', criterionId: 'px-006', field: 'value', value: true } as const;
  const changedAt = '2026-01-05T08:00:00.000Z';
  valueOf(
    context.store.write((writer) =>
      succeed(writer.recordChange(1, { ...old, author: '', changedAt, batch: null })),
    ),
  );
  valueOf(recordAnswers(context, { assessmentId, edits: [yes(false)] }));
  const undone: { readonly answers: StoredAnswers; readonly canUndo: boolean } = valueOf(
    moveStep(context, 'undo', { assessmentId }),
  );
  expect(undone.answers['px-006']?.value).toBe(true);
  expect(undone.canUndo).toBe(false);
  expect(codesOf(moveStep(context, 'undo', { assessmentId }))).toEqual(['nothing-to-undo']);
});
