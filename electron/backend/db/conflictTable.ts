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

const columns = `cell.assessment, cell.stage, cell.criterion_id AS criterionId, cell.field, replica.id AS replicaId,
    cell.counter, change.new_value AS valueText, change.author, change.changed_at AS changedAt,
    change.from_package AS fromPackage`;

// The cells are found in the order of their primary key, so that counting them needs no sorting.
function conflictsWhere(condition: string): string {
  return `SELECT ${columns}
    FROM (SELECT assessment, stage, criterion_id, field FROM answer_cell ${condition}
        GROUP BY assessment, stage, criterion_id, field HAVING count(*) > 1) AS shared
      CROSS JOIN answer_cell AS cell USING (assessment, stage, criterion_id, field)
      CROSS JOIN change USING (assessment, replica, counter)
      JOIN replica ON replica.number = cell.replica`;
}

/** The statements that run often; a test asks SQLite for their plans. */
export const conflictQueries = { ofAssessment: conflictsWhere('WHERE assessment = ?') } as const;

type Row = CellAddress &
  Omit<StandingEdit, 'dot'> & {
    readonly assessment: number;
    readonly replicaId: string;
    readonly counter: number;
  };

export function prepareConflictTable(database: Database.Database): ConflictReader {
  const ofAssessment = database.prepare<[number], Row>(conflictQueries.ofAssessment);
  const ofAll = database.prepare<[], Row>(conflictsWhere(''));
  return {
    listConflicts: (assessment) =>
      groupByCell(assessment === null ? ofAll.all() : ofAssessment.all(assessment)).filter(({ standing }) =>
        differ(standing),
      ),
  };
}

/** The rows of a cell come one after the other. */
function groupByCell(rows: readonly Row[]): readonly StoredConflict[] {
  const groups: { readonly first: Row; readonly standing: StandingEdit[] }[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && isSameCell(last.first, row)) last.standing.push(toStandingEdit(row));
    else groups.push({ first: row, standing: [toStandingEdit(row)] });
  }
  return groups.map(({ first: { assessment, stage, criterionId, field }, standing }) => ({
    assessment,
    stage,
    criterionId,
    field,
    standing: standing.toSorted(byDot),
  }));
}

function isSameCell(one: Row, other: Row): boolean {
  return (
    one.assessment === other.assessment &&
    one.stage === other.stage &&
    one.criterionId === other.criterionId &&
    one.field === other.field
  );
}

function toStandingEdit({
  replicaId,
  counter,
  valueText,
  author,
  changedAt,
  fromPackage,
}: Row): StandingEdit {
  return { dot: [replicaId, counter], valueText, author, changedAt, fromPackage };
}
