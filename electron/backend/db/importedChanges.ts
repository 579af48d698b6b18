import type Database from 'better-sqlite3';
import type { CellAddress, Change, Dot } from '#shared/domain/merge/change.ts';
import type { MergedLogs } from '#shared/domain/merge/mergeLogs.ts';
import { replacedIn } from '#shared/domain/merge/standing.ts';
import { toChange } from '#shared/format/package/changeLog.ts';
import type { LogRows } from './logRows.ts';
import type { PackedLogs } from './packedLogs.ts';

export interface LogReader {
  /** Every edit of an assessment as it travels: each after those that it replaced. */
  readLog(assessment: number): readonly Change[];
}

/** Edits that a package brings to an assessment that is here. */
export interface ArrivingChanges {
  /** The row's number in `assessment`. */
  readonly assessment: number;
  /** The row's number in `received_package`. */
  readonly fromPackage: number;
  /** The log of the assessment before them. */
  readonly known: readonly Change[];
  readonly merged: Pick<MergedLogs, 'added' | 'standing' | 'overtaken'>;
}

export interface LogWriter {
  /** Adds edits of other installations to the log and puts right what stands in their cells. */
  insertArrivingChanges(arriving: ArrivingChanges): void;
  /** Gives rows to the edits of cells that lie in the package which made the assessment. */
  unpackCells(assessment: number, cells: readonly CellAddress[]): void;
  /** Takes out what an import that is being undone brought to an assessment, edits and signatures. */
  removeImported(assessment: number, importNumber: number): void;
}

/** The statements that run often; a test asks SQLite for their plans. */
export const logQueries = {
  log: `SELECT change.number, replica.id, counter, stage, criterion_id, field, new_value, replaced, author, changed_at,
      from_package
    FROM change JOIN replica ON replica.number = change.replica WHERE assessment = ?`,
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
  fromPackage: number | null,
];

export function prepareLog(
  database: Database.Database,
  { packed, rows }: { readonly packed: PackedLogs; readonly rows: LogRows },
): LogReader & LogWriter {
  const log = database.prepare<[number], LogRow>(logQueries.log).raw();
  const remove = [logQueries.removeChanges, logQueries.removeRecalls, logQueries.removeSignatures].map(
    (query) => database.prepare<[number, number]>(query),
  );
  const clearCells = database.prepare<[number]>(logQueries.clearCells);
  const readRows = (assessment: number, except: number | undefined) =>
    log
      .all(assessment)
      .filter((row) => row[10] !== except)
      .toSorted(([one], [other]) => one - other)
      .map(toChangeOfRow);
  return {
    readLog: (assessment) => {
      const beginning = packed.read(assessment);
      const others = readRows(assessment, beginning?.fromPackage);
      return beginning ? [...beginning.edits.map(toChange), ...others] : others;
    },
    insertArrivingChanges: ({ assessment, fromPackage, known, merged: { added, standing, overtaken } }) => {
      rows.unpackCells(assessment, added);
      rows.insertChanges({ assessment, fromPackage, changes: added, known });
      rows.removeStanding(assessment, overtaken);
      rows.insertStanding(assessment, standing);
    },
    unpackCells: (assessment, cells) => rows.unpackCells(assessment, cells),
    removeImported: (assessment, importNumber) => {
      clearCells.run(assessment);
      for (const statement of remove) statement.run(assessment, importNumber);
      const left = readRows(assessment, undefined);
      const replaced = replacedIn(left);
      rows.insertStanding(
        assessment,
        left.filter(({ dot }) => !replaced.has(dot)),
      );
    },
  };
}

function toChangeOfRow([
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
