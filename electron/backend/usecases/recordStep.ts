import { decides } from './conflicts/decides.ts';
import type { StepKind, WayBack } from '../db/stepTable.ts';
import type { StoreWriter } from '../db/store.ts';

/** A new value for one cell of what the unit itself declares. */
export interface CellEdit {
  readonly criterionId: string;
  readonly field: string;
  readonly value: unknown;
}

/** When it became durable, and whether there is a way back. */
export interface Recorded extends WayBack {
  /** ISO instant. */
  readonly savedAt: string;
}

/** What belongs together: undo takes all of it back at once. */
export interface StepToRecord {
  readonly kind: StepKind;
  readonly edits: readonly CellEdit[];
  /** Criteria whose suggestion this step settles. */
  readonly settles?: readonly string[];
  readonly author: string;
  /** ISO instant. */
  readonly changedAt: string;
}

/**
 * Records one step. One that changes nothing is none: it leaves no trace, and what was undone can still be redone. One that puts a
 * value in the place of different ones that stood side by side has decided between them: no way leads back, for
 * undo brings back one value and not two.
 */
export function recordStep(writer: StoreWriter, assessment: number, step: StepToRecord): Recorded {
  const { kind, edits, settles = [], author, changedAt } = step;
  const batch = writer.startStep(assessment, kind);
  const changed = recordCells(writer, assessment, { edits: lastOfEachCell(edits), author, changedAt, batch });
  for (const criterionId of settles) writer.settleSuggestion(assessment, criterionId, batch);
  if (changed || settles.length > 0) writer.overtakeUndone(assessment);
  else writer.discardStep(batch);
  if (changed && hasDecided(writer, assessment, batch)) writer.closeSteps(assessment);
  return { savedAt: changedAt, ...writer.readWayBack(assessment) };
}

function hasDecided(writer: StoreWriter, assessment: number, batch: number): boolean {
  return writer
    .listChangesOfBatch(batch)
    .filter(({ replaced }) => replaced.length > 1)
    .some((change) => decides(change, writer.listHistory(assessment, change.criterionId)));
}

/** Of several edits of one cell in one call only the last counts, so that a step which ends where it began is none. */
function lastOfEachCell(edits: readonly CellEdit[]): readonly CellEdit[] {
  return [...new Map(edits.map((edit) => [`${edit.criterionId}/${edit.field}`, edit])).values()];
}

/** Puts values into cells of stage `self`; true when at least one of them was another before. */
export function recordCells(
  writer: StoreWriter,
  assessment: number,
  change: {
    readonly edits: readonly CellEdit[];
    readonly author: string;
    readonly changedAt: string;
    readonly batch: number | null;
  },
): boolean {
  const { edits, ...rest } = change;
  return edits
    .map((edit) => writer.recordChange(assessment, { ...edit, ...rest, stage: 'self' }))
    .includes(true);
}
