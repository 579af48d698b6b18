import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codesOf, valueOf } from '../../../test/helpers/testWorkspace.ts';
import type { Change, Dot } from './change.ts';
import { mergeLogs } from './mergeLogs.ts';

const frame = { ownReplica: 'ours' };

function edit(dot: Dot, replaced: readonly Dot[] = [], change: Partial<Change> = {}): Change {
  const cell = { stage: 'self', criterionId: 'px-001', field: 'value' } as const;
  return {
    ...cell,
    dot,
    replaced,
    valueText: '"1"',
    author: 'Lan',
    changedAt: '2026-11-21T08:00:00.000Z',
    ...change,
  };
}

const first = edit(['ours', 1]);
const second = edit(['theirs', 1], [['ours', 1]]);
const known = [first, second];

test.each<[string, Partial<Change>]>([
  ['value', { valueText: '"2"' }],
  ['author', { author: 'Hoa' }],
  ['time', { changedAt: '2026-11-21T08:00:01.000Z' }],
  ['history', { replaced: [['ours', 1]] }],
  ['field', { field: 'explanation' }],
  ['criterion', { criterionId: 'px-002' }],
  ['stage', { stage: 'final' }],
])('a known edit that comes back with another %s contradicts', (_, other) => {
  const theirs = edit(['theirs', 1]);
  expect(codesOf(mergeLogs([first, theirs], [first, { ...theirs, ...other }], frame))).toEqual([
    'history-contradicts',
  ]);
});

test('an author that a masked file leaves blank is no contradiction, in neither order', () => {
  const masked = known.map((change) => ({ ...change, author: '' }));
  const later = edit(['theirs', 2], [['theirs', 1]]);
  expect(valueOf(mergeLogs(known, masked, frame)).added).toEqual([]);
  expect(valueOf(mergeLogs(masked, [...known, later], frame)).added).toEqual([later]);
});

test('an edit under our own name that we do not know contradicts, a known one does not', () => {
  expect(codesOf(mergeLogs([], [first], frame))).toEqual(['history-contradicts']);
  expect(codesOf(mergeLogs(known, [...known, edit(['ours', 2])], frame))).toEqual(['history-contradicts']);
  expect(valueOf(mergeLogs([first], known, frame)).added).toEqual([second]);
});

test('an edit that is named twice contradicts', () => {
  expect(codesOf(mergeLogs([first], [first, first], frame))).toEqual(['history-contradicts']);
});

test('an installation that seems not to have seen its own edit contradicts', () => {
  const unseen = edit(['theirs', 2], [['ours', 1]]);
  expect(codesOf(mergeLogs([], [edit(['theirs', 1]), edit(['theirs', 2])], frame))).toEqual([
    'history-contradicts',
  ]);
  expect(codesOf(mergeLogs(known, [first, unseen], frame))).toEqual(['history-contradicts']);
});

test.each<[string, readonly Change[]]>([
  ['is in no log', [edit(['theirs', 3], [['theirs', 2]])]],
  ['is known here but not in the file', [second]],
  ['comes later in the file', [second, first]],
  ['is itself', [edit(['theirs', 9], [['theirs', 9]])]],
  ['is of another cell', [first, edit(['theirs', 1], [['ours', 1]], { field: 'explanation' })]],
  ['took its own place', [edit(['theirs', 1], [['theirs', 2]]), edit(['theirs', 2], [['theirs', 1]])]],
])('an edit is refused when the one whose place it took %s', (_, incoming) => {
  expect(codesOf(mergeLogs([first], incoming, frame))).toEqual(['history-incomplete']);
});

test('a log whose earlier edits do not come first is refused whatever its order, so that no circle can enter', () => {
  const chain = Array.from({ length: 6 }, (_, index) =>
    edit(['theirs', index + 1], index === 0 ? [] : [['theirs', index]]),
  );
  fc.assert(
    fc.property(fc.shuffledSubarray(chain, { minLength: 1 }), (log) => {
      const isWhole = log.every((change, index) => change.dot[1] === index + 1);
      expect(mergeLogs([], log, frame).ok).toBe(isWhole);
    }),
  );
});
