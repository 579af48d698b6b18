import type Database from 'better-sqlite3';
import { keyOfDot, type Change, type Dot } from '#shared/domain/merge/change.ts';
import type { MergedLogs } from '#shared/domain/merge/mergeLogs.ts';
import { replacedIn } from '#shared/domain/merge/standing.ts';
import { prepareBulkInsert } from './bulkInsert.ts';

export interface LogReader {
  /** Every edit of an assessment as it travels: each after those that it replaced. */
  readLog(assessment: number): readonly Change[];
}

/** Edits that a package brings to an assessment. */
export interface ArrivingChanges {
  /** The row's number in `assessment`. */
  readonly assessment: number;
  /** The row's number in `received_package`. */
  readonly fromPackage: number;
  /** The log of the assessment before them; empty for a new one. */
  readonly known: readonly Change[];
  readonly merged: Pick<MergedLogs, 'added' | 'standing' | 'overtaken'>;
}

export interface LogWriter {
  /** Adds edits of other installations to the log and puts right what stands in their cells. */
  insertArrivingChanges(arriving: ArrivingChanges): void;
  /** Takes out what an import that is being undone brought to an assessment, edits and signatures. */
  removeImported(assessment: number, importNumber: number): void;
}

/** The statements that run often; a test asks SQLite for their plans. */
export const logQueries = {
  log: `SELECT change.number, replica.id, counter, stage, criterion_id, field, new_value, replaced, author, changed_at
    FROM change JOIN replica ON replica.number = change.replica WHERE assessment = ?`,
  clearCell: `DELETE FROM answer_cell WHERE assessment = ? AND stage = ? AND criterion_id = ? AND field = ?
    AND counter = ? AND replica = ?`,
  clearCells: 'DELETE FROM answer_cell WHERE assessment = ?',
  removeChanges: `DELETE FROM change WHERE assessment = ?
    AND from_package IN (SELECT number FROM received_package WHERE import = ?)`,
  removeRecalls: `DELETE FROM signature_recall
    WHERE signature IN (SELECT number FROM signature WHERE assessment = ?)
    AND from_package IN (SELECT number FROM received_package WHERE import = ?)`,
  removeSignatures: `DELETE FROM signature WHERE assessment = ?
    AND from_package IN (SELECT number FROM received_package WHERE import = ?)`,
} as const;

type LogRow = [
  number: number,
  replicaId: string,
  counter: number,
  stage: Change['stage'],
  criterionId: string,
  field: string,
  valueText: string,
  replaced: string,
  author: string,
  changedAt: string,
];

export function prepareLog(database: Database.Database): LogReader & LogWriter {
  const log = database.prepare<[number], LogRow>(logQueries.log).raw();
  const remove = [logQueries.removeChanges, logQueries.removeRecalls, logQueries.removeSignatures].map(
    (query) => database.prepare<[number, number]>(query),
  );
  const clearCells = database.prepare<[number]>(logQueries.clearCells);
  const readLog: LogReader['readLog'] = (assessment) =>
    log
      .all(assessment)
      .toSorted(([one], [other]) => one - other)
      .map(toChange);
  const write = prepareWriting(database);
  return {
    readLog,
    insertArrivingChanges: ({ assessment, fromPackage, known, merged: { added, standing, overtaken } }) => {
      const numbers = write.numbersOfReplicas(added, overtaken);
      const values = valuesThatGo(known, added);
      write.changes(
        added.map((change) => rowOf(assessment, fromPackage, change, numbers, oldValueOf(change, values))),
      );
      for (const change of overtaken) write.clearCell(keyOfRow(assessment, change, numbers));
      write.cells(standing.map((change) => keyOfRow(assessment, change, numbers)));
    },
    removeImported: (assessment, importNumber) => {
      clearCells.run(assessment);
      for (const statement of remove) statement.run(assessment, importNumber);
      const left = readLog(assessment);
      const replaced = replacedIn(left);
      const numbers = write.numbersOfReplicas(left);
      const standing = left.filter(({ dot }) => !replaced.has(dot));
      write.cells(standing.map((change) => keyOfRow(assessment, change, numbers)));
    },
  };
}

function prepareWriting(database: Database.Database) {
  const addReplica = database.prepare<[string]>('INSERT OR IGNORE INTO replica (id, is_own) VALUES (?, 0)');
  const findReplica = database.prepare<[string], number>('SELECT number FROM replica WHERE id = ?').pluck();
  const dropCell = database.prepare<unknown[]>(logQueries.clearCell);
  const numberOf = (id: string): number => {
    addReplica.run(id);
    return findReplica.get(id) ?? 0;
  };
  return {
    changes: prepareBulkInsert(database, 'change', changeColumns),
    cells: prepareBulkInsert(database, 'answer_cell', cellColumns),
    clearCell: (row: CellRow) => void dropCell.run(...row),
    numbersOfReplicas: (...logs: readonly (readonly Change[])[]): ReadonlyMap<string, number> => {
      const ids = new Set(logs.flatMap((changes) => changes.map(({ dot }) => dot[0])));
      return new Map([...ids].map((id) => [id, numberOf(id)]));
    },
  };
}

// prettier-ignore
const changeColumns = ['assessment', 'replica', 'counter', 'stage', 'criterion_id', 'field', 'new_value', 'old_value',
  'replaced', 'author', 'changed_at', 'from_package'];
const cellColumns = ['assessment', 'stage', 'criterion_id', 'field', 'counter', 'replica'];

type CellRow = readonly [number, string, string, string, number, number];

function keyOfRow(
  assessment: number,
  { stage, criterionId, field, dot: [replicaId, counter] }: Change,
  numbers: ReadonlyMap<string, number>,
): CellRow {
  return [assessment, stage, criterionId, field, counter, numbers.get(replicaId) ?? 0];
}

function rowOf(
  assessment: number,
  fromPackage: number,
  { dot, stage, criterionId, field, valueText, replaced, author, changedAt }: Change,
  numbers: ReadonlyMap<string, number>,
  oldValue: string | null,
): readonly (string | number | null)[] {
  const replica = numbers.get(dot[0]) ?? 0;
  const seen = replaced.length === 0 ? '[]' : JSON.stringify(replaced);
  // prettier-ignore
  return [assessment, replica, dot[1], stage, criterionId, field, valueText, oldValue, seen, author, changedAt,
    fromPackage];
}

function oldValueOf({ replaced }: Change, values: ReadonlyMap<string, string>): string | null {
  const last = replaced.at(-1);
  return last ? (values.get(keyOfDot(last)) ?? null) : null;
}

/** By dot, the values that `added` takes the place of. */
function valuesThatGo(known: readonly Change[], added: readonly Change[]): ReadonlyMap<string, string> {
  if (added.every(({ replaced }) => replaced.length === 0)) return new Map();
  return new Map([...known, ...added].map((change) => [keyOfDot(change.dot), change.valueText]));
}

function toChange([
  ,
  replicaId,
  counter,
  stage,
  criterionId,
  field,
  valueText,
  replaced,
  author,
  changedAt,
]: LogRow): Change {
  return {
    dot: [replicaId, counter],
    stage,
    criterionId,
    field,
    valueText,
    replaced: replaced === '[]' ? [] : (JSON.parse(replaced) as readonly Dot[]),
    author,
    changedAt,
  };
}
