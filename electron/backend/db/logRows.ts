import type Database from 'better-sqlite3';
import { createCellIndex } from '#shared/domain/merge/cellIndex.ts';
import { keyOfDot, type CellAddress, type Change } from '#shared/domain/merge/change.ts';
import { replacedIn } from '#shared/domain/merge/standing.ts';
import { toChange } from '#shared/format/package/changeLog.ts';
import { prepareBulkInsert } from './bulkInsert.ts';
import type { PackedLogs } from './packedLogs.ts';

/** Edits that get rows in `change`. */
export interface EditsToLog {
  /** The row's number in `assessment`. */
  readonly assessment: number;
  /** The row's number in `received_package`. */
  readonly fromPackage: number;
  /** Each after those that it replaced. */
  readonly changes: readonly Change[];
  /** Other edits that these may have replaced. */
  readonly known: readonly Change[];
}

/** Writes what other installations made into `change` and `answer_cell`. */
export interface LogRows {
  insertChanges(edits: EditsToLog): void;
  /** These edits stand in their cells. */
  insertStanding(assessment: number, changes: readonly Change[]): void;
  /** These edits stand no more. */
  removeStanding(assessment: number, changes: readonly Change[]): void;
  /** Gives rows to the edits of cells which lie in the package that made the assessment. */
  unpackCells(assessment: number, cells: readonly CellAddress[]): void;
}

/** The statements that run often; a test asks SQLite for their plans. */
export const rowQueries = {
  hasRows:
    'SELECT 1 FROM answer_cell WHERE assessment = ? AND stage = ? AND criterion_id = ? AND field = ? LIMIT 1',
  clearCell: `DELETE FROM answer_cell WHERE assessment = ? AND stage = ? AND criterion_id = ? AND field = ?
    AND counter = ? AND replica = ?`,
} as const;

export function prepareLogRows(database: Database.Database, packed: PackedLogs): LogRows {
  const writeChanges = prepareBulkInsert(database, 'change', changeColumns);
  const writeCells = prepareBulkInsert(database, 'answer_cell', cellColumns);
  const dropCell = database.prepare<unknown[]>(rowQueries.clearCell);
  const hasRows = database.prepare<unknown[], number>(rowQueries.hasRows).pluck();
  const numbersOf = prepareNumbers(database);
  const rows: LogRows = {
    insertChanges: ({ assessment, fromPackage, changes, known }) => {
      const numbers = numbersOf(changes);
      const values = valuesThatGo(known, changes);
      writeChanges(
        changes.map((change) => rowOf(assessment, fromPackage, change, numbers, oldValueOf(change, values))),
      );
    },
    insertStanding: (assessment, changes) => {
      const numbers = numbersOf(changes);
      writeCells(changes.map((change) => keyOfRow(assessment, change, numbers)));
    },
    removeStanding: (assessment, changes) => {
      const numbers = numbersOf(changes);
      for (const change of changes) dropCell.run(...keyOfRow(assessment, change, numbers));
    },
    unpackCells: (assessment, cells) => {
      const moving = createCellIndex<true>();
      for (const cell of cells) {
        if (hasRows.get(assessment, cell.stage, cell.criterionId, cell.field) === undefined)
          moving.getOrMake(cell, () => true);
      }
      const log = moving.entries().length > 0 ? packed.read(assessment) : undefined;
      if (!log) return;
      const changes = log.edits.filter((edit) => moving.get(edit)).map(toChange);
      if (changes.length === 0) return;
      const replaced = replacedIn(changes);
      rows.insertChanges({ assessment, fromPackage: log.fromPackage, changes, known: [] });
      rows.insertStanding(
        assessment,
        changes.filter(({ dot }) => !replaced.has(dot)),
      );
    },
  };
  return rows;
}

function prepareNumbers(database: Database.Database) {
  const add = database.prepare<[string]>('INSERT OR IGNORE INTO replica (id, is_own) VALUES (?, 0)');
  const find = database.prepare<[string], number>('SELECT number FROM replica WHERE id = ?').pluck();
  const numberOf = (id: string): number => {
    add.run(id);
    return find.get(id) ?? 0;
  };
  return (changes: readonly Change[]): ReadonlyMap<string, number> =>
    new Map([...new Set(changes.map(({ dot }) => dot[0]))].map((id) => [id, numberOf(id)]));
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
