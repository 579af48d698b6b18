import type Database from 'better-sqlite3';
import type { CellAddress, Dot } from '#shared/domain/merge/change.ts';
import { byDot, differ } from '#shared/domain/merge/standing.ts';

/** An edit that stands beside one that says something else. */
export interface StandingEdit {
  readonly dot: Dot;
  /** Canonical JSON text. */
  readonly valueText: string;
  readonly author: string;
  /** ISO instant. */
  readonly changedAt: string;
  /** The received package that brought it; null for an edit made here. */
  readonly fromPackage: number | null;
}

/** A cell in which edits that had not seen each other say different things. */
export interface StoredConflict extends CellAddress {
  /** The row's number in `assessment`. */
  readonly assessment: number;
  /** In the order of their dots, so that the last is the one shown. */
  readonly standing: readonly StandingEdit[];
}

export interface ConflictReader {
  /** Of one assessment, or of all of them. */
  listConflicts(assessment: number | null): readonly StoredConflict[];
}

// An installation has always seen its own edits, so that nothing is in conflict where only one has worked: two looks
// into the index for each assessment instead of reading all cells of all of them.
const sharedAssessments = `SELECT number FROM assessment
  WHERE (SELECT min(replica) FROM change WHERE change.assessment = assessment.number)
    <> (SELECT max(replica) FROM change WHERE change.assessment = assessment.number)`;

/** The statements that run often; a test asks SQLite for their plans. */
export const conflictQueries = {
  cellsOfAssessment: `SELECT assessment, stage, criterion_id AS criterionId, field FROM answer_cell
    WHERE assessment = ? GROUP BY assessment, stage, criterion_id, field HAVING count(*) > 1`,
  standing: `SELECT replica.id AS replicaId, cell.counter, change.new_value AS valueText, change.author,
      change.changed_at AS changedAt, change.from_package AS fromPackage
    FROM answer_cell AS cell
    JOIN change ON change.assessment = cell.assessment AND change.replica = cell.replica AND change.counter = cell.counter
    JOIN replica ON replica.number = cell.replica
    WHERE cell.assessment = ? AND cell.stage = ? AND cell.criterion_id = ? AND cell.field = ?`,
} as const;

type CellRow = CellAddress & { readonly assessment: number };
type StandingRow = Omit<StandingEdit, 'dot'> & { readonly replicaId: string; readonly counter: number };

export function prepareConflictTable(database: Database.Database): ConflictReader {
  const cellsOfOne = database.prepare<[number], CellRow>(conflictQueries.cellsOfAssessment);
  const shared = database.prepare<[], number>(sharedAssessments).pluck();
  const standingIn = database.prepare<[number, string, string, string], StandingRow>(
    conflictQueries.standing,
  );
  return {
    listConflicts: (assessment) =>
      (assessment === null ? shared.all() : [assessment])
        .flatMap((one) => cellsOfOne.all(one))
        .flatMap((row) => {
          const rows = standingIn.all(row.assessment, row.stage, row.criterionId, row.field);
          return differ(rows) ? [{ ...row, standing: rows.map(toStandingEdit).toSorted(byDot) }] : [];
        }),
  };
}

function toStandingEdit({ replicaId, counter, ...row }: StandingRow): StandingEdit {
  return { ...row, dot: [replicaId, counter] };
}
