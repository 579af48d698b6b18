import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openInstallation, type Installation } from '../../../test/helpers/installation.ts';
import { valueOf } from '../../../test/helpers/testWorkspace.ts';
import { edit, logDocument, writeSample } from '../../../test/helpers/writeSample.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { keyOfCell } from '#shared/domain/merge/change.ts';
import { checkHistory } from '#shared/domain/merge/checkHistory.ts';
import { standingOf } from '#shared/domain/merge/standing.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import { succeed } from '#shared/errors/result.ts';
import { listConflicts } from '../usecases/conflicts/listConflicts.ts';
import { listImports } from '../usecases/imports/listImports.ts';
import { undoImport } from '../usecases/imports/undoImport.ts';
import type { StoreReader } from './store.ts';

const [one, two] = [edit(1), edit(2, { valueText: '"13"', replaced: [['r-hai-chau', 1]] })];
const words = edit(3, { field: 'explanation', valueText: '"đã có"', changedAt: '2026-11-20T05:00:00.000Z' });
const elsewhere = edit(4, {
  criterionId: 'px-006',
  valueText: 'true',
  changedAt: '2026-11-20T06:00:00.000Z',
});
const made = [one, two, words, elsewhere];
const rival = edit(1, { dot: ['r-van-hoa', 1], valueText: '"14"', replaced: [['r-hai-chau', 1]] });
const later = edit(5, {
  valueText: '"15"',
  replaced: [
    ['r-hai-chau', 2],
    ['r-van-hoa', 1],
  ],
});

/** Everything that readers say of the only assessment, without what may come in any order. */
function look({ context }: Installation) {
  return valueOf(context().store.read((reader) => succeed(lookThrough(reader))));
}

function lookThrough(reader: StoreReader) {
  const log = reader.readLog(1);
  return {
    log,
    cells: reader
      .readCells(1)
      .map((cell) => `${keyOfCell(cell)}=${toCanonicalJson(cell.value)}`)
      .toSorted(),
    changes: reader.listChanges(1),
    history: ['px-004', 'px-006'].map((id) => reader.listHistory(1, id)),
    lastTime: reader.findLastChangeTime(1),
  };
}

/** Whatever lies where, the readers agree with the log, and the log is whole. */
function expectSound(installation: Installation) {
  const { log, cells, changes, history } = look(installation);
  expect(checkHistory(log).ok).toBe(true);
  const standing = [...standingOf(log).values()].flat();
  expect(cells).toEqual(standing.map((change) => `${keyOfCell(change)}=${change.valueText}`).toSorted());
  expect(changes.map(({ dot }) => dot)).toEqual(log.map(({ dot }) => dot));
  for (const entries of history) {
    const [first] = entries;
    const own = log.filter(({ criterionId }) => criterionId === first?.criterionId);
    expect(entries.toReversed().map(({ dot }) => dot)).toEqual(own.map(({ dot }) => dot));
  }
}

async function receive(...logs: (typeof made)[]): Promise<Installation> {
  const city = openInstallation('city', 'aggregator');
  for (const log of logs) await send(city, ...log);
  return city;
}

async function send(city: Installation, ...log: typeof made): Promise<void> {
  await city.importAll([await writeSample(makeTemporaryFolder(), logDocument(...log))]);
}

function countRows({ folder: place }: Installation, table: string): number {
  const database = new Database(path.join(place, 'thuoc-so.sqlite'), { readonly: true });
  const count = Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  database.close();
  return count;
}

test('the edits of the file that made an assessment are read from the file, and say when and from where', async () => {
  const city = await receive(made);
  expectSound(city);
  expect(countRows(city, 'change')).toBe(0);
  const { changes, lastTime } = look(city);
  expect(changes.map(({ newValue, oldValue, fromPackage }) => [newValue, oldValue, fromPackage])).toEqual([
    ['12', undefined, 1],
    ['13', '12', 1],
    ['đã có', undefined, 1],
    [true, undefined, 1],
  ]);
  expect(lastTime).toBe('2026-11-20T06:00:00.000Z');
  city.restart();
  expectSound(city);
});

test('a cell gets rows when something follows in it, and readers see no difference', async () => {
  const city = await receive(made);
  const before = look(city);
  for (const cells of [[two], made]) {
    valueOf(
      city.context().store.write((writer) => {
        writer.unpackCells(1, cells);
        return succeed(null);
      }),
    );
    expect(look(city)).toEqual(before);
  }
  expect(countRows(city, 'change')).toBe(made.length);
});

test('what follows from a file or is entered here goes on from what the first file said', async () => {
  const city = await receive(made, [...made, rival]);
  expectSound(city);
  expect(valueOf(listConflicts(city.context(), { assessmentId: null }))).toHaveLength(1);
  expect(countRows(city, 'change')).toBe(3);
  await send(city, ...made, rival, later);
  expectSound(city);
  expect(valueOf(listConflicts(city.context(), { assessmentId: null }))).toEqual([]);
  valueOf(
    city.context().store.write((writer) => {
      const by = { author: 'Lan', changedAt: '2026-12-01T00:00:00.000Z', batch: null };
      const cell = { stage: 'self', criterionId: 'px-006', field: 'value' } as const;
      expect(writer.recordChange(1, { ...cell, ...by, value: true })).toBe(false);
      expect(writer.recordChange(1, { ...cell, ...by, value: false })).toBe(true);
      return succeed(null);
    }),
  );
  expectSound(city);
  expect(look(city).changes.at(-1)).toMatchObject({ newValue: false, oldValue: true, fromPackage: null });
  expect(look(city).lastTime).toBe('2026-12-01T00:00:00.000Z');
});

test('a file that disagrees with itself is a conflict from the start', async () => {
  const city = await receive([one, two, rival, words]);
  expectSound(city);
  expect(valueOf(listConflicts(city.context(), { assessmentId: null }))).toHaveLength(1);
});

test('when a later import is taken back all is as it was', async () => {
  const city = await receive(made);
  const before = look(city);
  await send(city, ...made, rival);
  const [newest] = valueOf(listImports(city.context()));
  valueOf(undoImport(city.context(), newest?.id ?? ''));
  expect(look(city)).toEqual(before);
  expectSound(city);
});

test.each([
  "UPDATE received_package SET document = x'00'",
  'UPDATE received_package SET log_stages = NULL',
  'UPDATE received_package SET assessment = NULL',
  'DELETE FROM received_package',
  'INSERT OR REPLACE INTO received_package SELECT * FROM received_package',
])('a log that lies in its package refuses "%s"', async (sql) => {
  const city = await receive(made);
  const other = new Database(path.join(city.folder, 'thuoc-so.sqlite'));
  other.pragma('recursive_triggers = ON');
  expect(() => other.exec(sql)).toThrow('append-only');
  other.close();
  expectSound(city);
});
