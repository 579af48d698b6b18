import type Database from 'better-sqlite3';
import { createCellIndex } from '#shared/domain/merge/cellIndex.ts';
import { saysNothing, type CellAddress, type Dot, type Stage } from '#shared/domain/merge/change.ts';
import { createDotIndex } from '#shared/domain/merge/dotIndex.ts';
import { replacedIn } from '#shared/domain/merge/standing.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import type { LogRows } from './logRows.ts';
import type { PackedLog, PackedLogs } from './packedLogs.ts';
import type { BatchKind } from './stepTable.ts';

export interface Cell extends CellAddress {
  readonly value: unknown;
}

/** An edit as it is about to enter the log. */
export interface NewChange extends CellAddress {
  /** Anything JSON can hold; what `saysNothing` names where the field is taken back. */
  readonly value: unknown;
  /** Who; may be empty. */
  readonly author: string;
  /** ISO instant. */
  readonly changedAt: string;
  /** The step or movement it belongs to; null for what is there from the start. */
  readonly batch: number | null;
}

/** An edit as the log keeps it. */
export interface LoggedChange extends CellAddress {
  readonly dot: Dot;
  readonly newValue: unknown;
  /** Undefined where nothing stood in the cell. */
  readonly oldValue: unknown;
  /** The edits that this one had seen in the cell and took the place of. */
  readonly replaced: readonly Dot[];
  readonly author: string;
  readonly changedAt: string;
  /** The received package that brought it (`importTable.ts`); null for an edit made here. */
  readonly fromPackage: number | null;
  readonly batch: number | null;
}

/** An edit with what it was part of. */
export interface HistoricChange extends LoggedChange {
  /** Null for what was there from the start. */
  readonly kind: BatchKind | null;
}

export interface ChangeReader {
  /** What holds now. Where edits stand side by side, the one with the greatest dot comes last, on every machine. */
  readCells(assessment: number): readonly Cell[];
  /** Every edit of the assessment in the order in which it arrived here. */
  listChanges(assessment: number): readonly LoggedChange[];
  /** Every edit of one criterion's answer, newest first. */
  listHistory(assessment: number, criterionId: string): readonly HistoricChange[];
  /** The edits of one step or movement, in order. */
  listChangesOfBatch(batch: number): readonly LoggedChange[];
  /** When the last edit became durable (ISO instant); null before the first. */
  findLastChangeTime(assessment: number): string | null;
}

export interface ChangeWriter {
  /** Logs an edit and puts it in the place of all that stood in its cell. False, and nothing is written, if it changes nothing. */
  recordChange(assessment: number, change: NewChange): boolean;
}

const columns = `change.number, replica.id AS replicaId, change.counter, change.stage, change.criterion_id AS criterionId,
    change.field, change.new_value AS newValue, change.old_value AS oldValue, change.replaced, change.author,
    change.changed_at AS changedAt, change.from_package AS fromPackage, change.batch`;

/** The statements that run often; a test asks SQLite for their plans. */
export const changeQueries = {
  cells: `SELECT cell.stage, cell.criterion_id AS criterionId, cell.field, cell.counter, replica.id AS replicaId,
      change.new_value AS value
    FROM answer_cell AS cell
    JOIN change ON change.assessment = cell.assessment AND change.replica = cell.replica AND change.counter = cell.counter
    JOIN replica ON replica.number = cell.replica
    WHERE cell.assessment = ? ORDER BY cell.stage, cell.criterion_id, cell.field, cell.counter`,
  standing: `SELECT cell.stage, cell.criterion_id AS criterionId, cell.field, cell.counter, replica.id AS replicaId,
      change.new_value AS value
    FROM answer_cell AS cell
    JOIN change ON change.assessment = cell.assessment AND change.replica = cell.replica AND change.counter = cell.counter
    JOIN replica ON replica.number = cell.replica
    WHERE cell.assessment = ? AND cell.stage = ? AND cell.criterion_id = ? AND cell.field = ? ORDER BY cell.counter`,
  // Sorted afterwards: the index that finds the edits of an assessment keeps them by dot.
  changes: `SELECT ${columns} FROM change JOIN replica ON replica.number = change.replica
    WHERE change.assessment = ?`,
  history: `SELECT ${columns}, edit_batch.kind FROM change JOIN replica ON replica.number = change.replica
    LEFT JOIN edit_batch ON edit_batch.number = change.batch
    WHERE change.assessment = ? AND change.criterion_id = ?`,
  ofBatch: `SELECT ${columns} FROM change JOIN replica ON replica.number = change.replica
    WHERE change.batch = ? ORDER BY change.number`,
  last: `SELECT changed_at AS changedAt, from_package AS fromPackage FROM change
    WHERE number = (SELECT max(number) FROM change WHERE assessment = ?)`,
  lastCounter: 'SELECT max(counter) FROM change WHERE assessment = ? AND replica = ?',
  clearCell: 'DELETE FROM answer_cell WHERE assessment = ? AND stage = ? AND criterion_id = ? AND field = ?',
} as const;

type CellRow = CellAddress & { readonly replicaId: string; readonly counter: number; readonly value: string };
type ChangeRow = Omit<LoggedChange, 'dot' | 'newValue' | 'oldValue' | 'replaced'> & {
  readonly number: number;
  readonly replicaId: string;
  readonly counter: number;
  readonly newValue: string;
  readonly oldValue: string | null;
  readonly replaced: string;
};

// Only where what followed the package that made an assessment was taken out again.
const lastBesidesQuery = `SELECT changed_at FROM change WHERE assessment = ? AND from_package IS NOT ?
  ORDER BY number DESC LIMIT 1`;

/** @param ownReplica number of the row of this installation in `replica` */
export function prepareChangeLog(
  database: Database.Database,
  { ownReplica, packed, rows }: ChangeLogParts,
): ChangeReader & ChangeWriter {
  const cells = database.prepare<[number], CellRow>(changeQueries.cells);
  const changes = database.prepare<[number], ChangeRow>(changeQueries.changes);
  const history = database.prepare<[number, string], ChangeRow & { readonly kind: BatchKind | null }>(
    changeQueries.history,
  );
  const ofBatch = database.prepare<[number], ChangeRow>(changeQueries.ofBatch);
  const last = database.prepare<[number], Pick<ChangeRow, 'changedAt' | 'fromPackage'>>(changeQueries.last);
  const lastBesides = database.prepare<[number, number], string>(lastBesidesQuery).pluck();
  return {
    readCells: (assessment) => {
      const found = greatestDotLast(cells.all(assessment)).map(toCell);
      const beginning = packed.read(assessment);
      return beginning ? [...found, ...cellsWithoutRows(beginning, found)] : found;
    },
    listChanges: (assessment) => {
      const beginning = packed.read(assessment);
      return [
        ...(beginning ? toLoggedChanges(beginning) : []),
        ...afterBeginning(changes.all(assessment), beginning).map(toLoggedChange),
      ];
    },
    listHistory: (assessment, criterionId) => {
      const beginning = packed.read(assessment);
      const later = afterBeginning(history.all(assessment, criterionId), beginning);
      return [
        ...(beginning ? toLoggedChanges(ofCriterion(beginning, criterionId)) : []).map(madeByNoStep),
        ...later.map(({ kind, ...row }) => ({ ...toLoggedChange(row), kind })),
      ].toReversed();
    },
    listChangesOfBatch: (batch) => ofBatch.all(batch).map(toLoggedChange),
    findLastChangeTime: (assessment) => {
      const row = last.get(assessment);
      const beginning = packed.readHead(assessment);
      if (!beginning) return row?.changedAt ?? null;
      const { fromPackage, lastEditAt } = beginning;
      if (row && row.fromPackage !== fromPackage) return row.changedAt;
      return lastBesides.get(assessment, fromPackage) ?? lastEditAt;
    },
    recordChange: prepareRecording(database, ownReplica, rows),
  };
}

interface ChangeLogParts {
  readonly ownReplica: number;
  readonly packed: PackedLogs;
  readonly rows: Pick<LogRows, 'unpackCells'>;
}

/** In the order in which they arrived, those left out that have rows and are in the package too. */
function afterBeginning<T extends ChangeRow>(
  found: readonly T[],
  beginning: PackedLog | undefined,
): readonly T[] {
  return found.filter(({ fromPackage }) => fromPackage !== beginning?.fromPackage).toSorted(byArrival);
}

/** Where a cell has rows they say what stands; in every other all that stands says the same, for conflicts have rows. */
function cellsWithoutRows({ edits }: PackedLog, found: readonly Cell[]): readonly Cell[] {
  const replaced = replacedIn(edits);
  const withRows = createCellIndex<true>();
  for (const cell of found) withRows.getOrMake(cell, () => true);
  return edits
    .filter((edit) => !replaced.has(edit.dot) && !withRows.get(edit))
    .map(({ stage, criterionId, field, value }) => ({ stage, criterionId, field, value }));
}

function ofCriterion(log: PackedLog, criterionId: string): PackedLog {
  return { ...log, edits: log.edits.filter((edit) => edit.criterionId === criterionId) };
}

function toLoggedChanges({ fromPackage, edits }: PackedLog): readonly LoggedChange[] {
  const values = createDotIndex<unknown>();
  for (const { dot, value } of edits) values.set(dot, value);
  // Field by field: spreading takes ten times as long, for the hundreds of edits of thousands of assessments.
  return edits.map(({ dot, stage, criterionId, field, value: newValue, replaced, author, changedAt }) => {
    const gaveWay = replaced.at(-1);
    const oldValue = gaveWay && values.get(gaveWay);
    // prettier-ignore
    return { dot, stage, criterionId, field, newValue, oldValue, replaced, author, changedAt, fromPackage, batch: null };
  });
}

function madeByNoStep(change: LoggedChange): HistoricChange {
  return { ...change, kind: null };
}

function prepareRecording(
  database: Database.Database,
  ownReplica: number,
  rows: Pick<LogRows, 'unpackCells'>,
): ChangeWriter['recordChange'] {
  type CellKey = [number, Stage, string, string];
  const standing = database.prepare<CellKey, CellRow>(changeQueries.standing);
  const lastCounter = database.prepare<[number, number], number | null>(changeQueries.lastCounter).pluck();
  const clearCell = database.prepare<CellKey>(changeQueries.clearCell);
  const insertCell = database.prepare<[...CellKey, number, number]>(
    'INSERT INTO answer_cell (assessment, stage, criterion_id, field, counter, replica) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const insertChange = database.prepare<[object]>(
    `INSERT INTO change (replica, counter, assessment, stage, criterion_id, field, new_value, old_value, replaced,
       author, changed_at, from_package, batch)
     VALUES (:replica, :counter, :assessment, :stage, :criterionId, :field, :newValue, :oldValue, :replaced,
       :author, :changedAt, NULL, :batch)`,
  );
  return (assessment, change) => {
    const key: CellKey = [assessment, change.stage, change.criterionId, change.field];
    rows.unpackCells(assessment, [change]);
    const seen = greatestDotLast(standing.all(...key));
    const newValue = toCanonicalJson(change.value);
    if (changesNothing(seen, change.field, newValue)) return false;
    const counter = (lastCounter.get(assessment, ownReplica) ?? 0) + 1;
    insertChange.run({
      ...change,
      assessment,
      replica: ownReplica,
      counter,
      newValue,
      oldValue: seen.at(-1)?.value ?? null,
      replaced: JSON.stringify(seen.map((row): Dot => [row.replicaId, row.counter])),
    });
    clearCell.run(...key);
    insertCell.run(...key, counter, ownReplica);
    return true;
  };
}

/** Where different values stand side by side an edit always decides, even for one of them. */
function changesNothing(seen: readonly CellRow[], field: string, newValue: string): boolean {
  return seen.length === 0 ? saysNothing(field, newValue) : seen.every(({ value }) => value === newValue);
}

/** Rows come cell by cell, by counter; among equal counters the replica's id decides, which SQLite does not keep in order. */
function greatestDotLast(rows: readonly CellRow[]): readonly CellRow[] {
  return rows.some((row, index) => index > 0 && rows[index - 1]?.counter === row.counter)
    ? rows.toSorted(byCellAndDot)
    : rows;
}

function byCellAndDot(one: CellRow, other: CellRow): number {
  return (
    compare(one.stage, other.stage) ||
    compare(one.criterionId, other.criterionId) ||
    compare(one.field, other.field) ||
    one.counter - other.counter ||
    compare(one.replicaId, other.replicaId)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function byArrival(one: ChangeRow, other: ChangeRow): number {
  return one.number - other.number;
}

function toCell({ stage, criterionId, field, value }: CellRow): Cell {
  return { stage, criterionId, field, value: parse(value) };
}

function toLoggedChange({ number: _, replicaId, counter, ...row }: ChangeRow): LoggedChange {
  return {
    ...row,
    dot: [replicaId, counter],
    newValue: parse(row.newValue),
    oldValue: row.oldValue === null ? undefined : parse(row.oldValue),
    replaced: parse(row.replaced) as readonly Dot[],
  };
}

function parse(json: string): unknown {
  return JSON.parse(json) as unknown;
}
