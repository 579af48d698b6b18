import path from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { codesOf, makeTestSurroundings, valueOf } from '../../../test/helpers/testWorkspace.ts';
import { failWith, succeed } from '#shared/errors/result.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import type { NewAssessment } from './assessmentTable.ts';
import type { LoggedChange, NewChange } from './changeLog.ts';
import { openStore, type Store } from './store.ts';

const assessment: NewAssessment = {
  id: 'first',
  unitCode: '20242',
  unitValidFrom: null,
  unitName: 'Phường Hải Châu',
  unitKind: 'phuong',
  unitParentName: 'Thành phố Đà Nẵng',
  period: '2026',
  setId: 'da-nang-phuong-xa',
  setVersion: '1.0.0',
  setDigest: '00',
  createdAt: '2026-11-21T08:00:00.000Z',
};

function edit(value: unknown, field = 'value', criterionId = 'px-001'): NewChange {
  const changedAt = '2026-11-21T08:00:00.000Z';
  return { stage: 'self', criterionId, field, value, author: 'Lan', changedAt, batch: null };
}

function open(folder: string): Store {
  const databaseFile = path.join(folder, 'thuoc-so.sqlite');
  return valueOf(openStore({ databaseFile, ...makeTestSurroundings() }));
}

function openWithAssessment(folder = makeTemporaryFolder()): Store {
  const store = open(folder);
  onTestFinished(() => store.close());
  valueOf(store.write((writer) => succeed(writer.insertAssessment(assessment))));
  return store;
}

function record(store: Store, change: NewChange): boolean {
  return valueOf(store.write((writer) => succeed(writer.recordChange(1, change))));
}

function logOf(store: Store): readonly LoggedChange[] {
  return valueOf(store.read((reader) => succeed(reader.listChanges(1))));
}

test('an edit logs who, when, old and new value and the edit whose place it took', () => {
  const store = openWithAssessment();
  record(store, edit('12'));
  record(store, edit('13'));
  const [first, second] = logOf(store);
  expect(first).toMatchObject({ newValue: '12', oldValue: undefined, replaced: [], author: 'Lan' });
  expect(second).toMatchObject({ newValue: '13', oldValue: '12', replaced: [first?.dot], fromPackage: null });
  expect(second?.dot).toEqual([first?.dot[0], 2]);
});

test('an edit that changes nothing leaves no trace, whatever the order of its keys', () => {
  const store = openWithAssessment();
  expect(record(store, edit({ numerator: '1', denominator: '2' }))).toBe(true);
  expect(record(store, edit({ denominator: '2', numerator: '1' }))).toBe(false);
  expect(record(store, edit('', 'explanation'))).toBe(false);
  expect(record(store, edit([], 'evidence'))).toBe(false);
  expect(record(store, edit(null, 'value', 'px-002'))).toBe(false);
  expect(logOf(store)).toHaveLength(1);
});

test('taking a value back is an edit of its own', () => {
  const store = openWithAssessment();
  record(store, edit('12'));
  expect(record(store, edit(null))).toBe(true);
  expect(logOf(store).at(-1)).toMatchObject({ oldValue: '12', newValue: null });
});

test('running numbers go on after a restart', () => {
  const folder = makeTemporaryFolder();
  const before = open(folder);
  valueOf(before.write((writer) => succeed(writer.insertAssessment(assessment))));
  record(before, edit('1'));
  before.close();
  const after = open(folder);
  record(after, edit('2'));
  const dots = logOf(after).map((change) => change.dot);
  after.close();
  expect(dots.map(([, counter]) => counter)).toEqual([1, 2]);
  expect(new Set(dots.map(([replica]) => replica)).size).toBe(1);
});

test.each([
  'UPDATE change SET new_value = 1',
  'DELETE FROM change',
  'INSERT OR REPLACE INTO change SELECT * FROM change',
])('the log refuses "%s"', (sql) => {
  const folder = makeTemporaryFolder();
  const store = openWithAssessment(folder);
  record(store, edit('12'));
  const other = new Database(path.join(folder, 'thuoc-so.sqlite'));
  other.pragma('recursive_triggers = ON');
  expect(() => other.exec(sql)).toThrow('append-only');
  other.close();
  expect(logOf(store)).toHaveLength(1);
});

test('a transaction whose work fails or throws writes nothing', () => {
  const store = openWithAssessment();
  const failed = store.write((writer) => {
    writer.recordChange(1, edit('12'));
    return failWith('assessment-unknown');
  });
  expect(codesOf(failed)).toEqual(['assessment-unknown']);
  const work = () =>
    store.write((writer) => {
      writer.recordChange(1, edit('12'));
      throw new Error('a fault of ours');
    });
  expect(work).toThrow('a fault of ours');
  expect(logOf(store)).toEqual([]);
  expect(record(store, edit('12'))).toBe(true);
});

test('a unit whose start is unknown is still the same unit', () => {
  const store = openWithAssessment();
  const found = valueOf(store.read((reader) => succeed(reader.findSameAssessment(assessment))));
  expect(found).toMatchObject({ id: 'first', unitValidFrom: null });
  expect(() => store.write((writer) => succeed(writer.insertAssessment({ ...assessment, id: 'b' })))).toThrow(
    'UNIQUE',
  );
});

test('any history of edits ends as a plain map would, and the log replays to the same cells', () => {
  const store = openWithAssessment();
  let number = 0;
  const oneEdit = fc.record({
    stage: fc.constantFrom('self' as const, 'appraised' as const, 'final' as const),
    criterionId: fc.constantFrom('px-001', 'px-002', 'header'),
    field: fc.constantFrom('value', 'evidence', 'explanation'),
    value: fc.oneof(fc.constantFrom(null, '', [], 'a', 'Đà Nẵng'), fc.jsonValue({ maxDepth: 2 })),
    author: fc.constantFrom('', 'Lan'),
    changedAt: fc.constant('2026-11-21T08:00:00.000Z'),
    batch: fc.constant(null),
  });
  fc.assert(
    fc.property(fc.array(oneEdit, { maxLength: 40 }), (edits) => {
      const id = `history-${String((number += 1))}`;
      valueOf(store.write((writer) => succeed(writer.insertAssessment({ ...assessment, id, unitCode: id }))));
      const own = valueOf(store.read((reader) => succeed(reader.findAssessment(id))))?.number ?? 0;
      const model = new Map<string, string>();
      for (const change of edits) {
        valueOf(store.write((writer) => succeed(writer.recordChange(own, change))));
        const key = `${change.stage}/${change.criterionId}/${change.field}`;
        const json = toCanonicalJson(change.value);
        const nothing = change.field === 'value' ? ['null', '""'] : ['null', '""', '[]'];
        if (model.has(key) || !nothing.includes(json)) model.set(key, json);
      }
      const cells = valueOf(store.read((reader) => succeed(reader.readCells(own))));
      const log = valueOf(store.read((reader) => succeed(reader.listChanges(own))));
      expect(asMap(cells)).toEqual(model);
      expect(replay(log)).toEqual(model);
    }),
    { numRuns: 60 },
  );
});

function asMap(
  cells: readonly { stage: string; criterionId: string; field: string; value: unknown }[],
): Map<string, string> {
  return new Map(
    cells.map((cell) => [`${cell.stage}/${cell.criterionId}/${cell.field}`, toCanonicalJson(cell.value)]),
  );
}

/** Holds what no later edit has replaced, knowing nothing but the log. */
function replay(log: readonly LoggedChange[]): Map<string, string> {
  const standing = new Map<string, LoggedChange>();
  for (const change of log) {
    for (const dot of change.replaced) standing.delete(JSON.stringify(dot));
    standing.set(JSON.stringify(change.dot), change);
  }
  return asMap([...standing.values()].map((change) => ({ ...change, value: change.newValue })));
}
