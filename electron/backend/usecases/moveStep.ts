import type { AssessmentHeader } from '#shared/domain/assessment/header.ts';
import { listCriteria } from '#shared/domain/criteria/criteriaOfSet.ts';
import { headerCells } from '#shared/domain/merge/change.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { MoveKind } from '../db/stepTable.ts';
import { answersOfCriteria, headerOfCells, type StoredAnswers } from './answersOfCells.ts';
import type { UseCaseContext } from './context.ts';
import { findEditable } from './editableAssessment.ts';
import { findAuthor } from './profile.ts';
import { findSetOf } from './readAssessment.ts';
import { recordCells, type CellEdit, type Recorded } from './recordStep.ts';

export interface MovedStep extends Recorded {
  /** Of the criteria whose answer changed, as they stand now. */
  readonly answers: StoredAnswers;
  /** The whole head as it stands. */
  readonly header: AssessmentHeader;
  /** Those whose answer or suggestion it concerned, in printed order; empty where only the head changed. */
  readonly criterionIds: readonly string[];
}

/**
 * Takes the newest standing step back, or the last one taken back forward again, by new changes in the log: every
 * cell of the step holds exactly what it held before, or after, it. A step changes each cell once, and steps move
 * strictly in order, so that no later step can have touched these cells. Errors: `nothing-to-undo`, `nothing-to-redo`, `assessment-unknown`,
 * `assessment-signed`, `criteria-set-unknown`, `criteria-set-changed`, and those of the storage.
 */
export function moveStep(
  context: UseCaseContext,
  kind: MoveKind,
  { assessmentId, author }: { readonly assessmentId: string; readonly author?: string },
): Result<MovedStep> {
  return context.store.write((writer) => {
    const record = findEditable(writer, assessmentId);
    if (!record.ok) return record;
    const { number } = record.value;
    const loadedSet = findSetOf(context.content, record.value);
    if (!loadedSet.ok) return loadedSet;
    const step = writer.findNextMove(number, kind);
    if (step === undefined) return failWith(kind === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo');
    const changes = writer.listChangesOfBatch(step);
    const edits = changes.map(({ criterionId, field, oldValue, newValue }): CellEdit => {
      const value = kind === 'redo' ? newValue : (oldValue ?? nothingIn(criterionId, field));
      return { criterionId, field, value };
    });
    const savedAt = context.now().toISOString();
    const batch = writer.moveStep(number, kind, step);
    recordCells(writer, number, {
      edits,
      author: author ?? findAuthor(writer),
      changedAt: savedAt,
      batch,
    });
    const touched = new Set([
      ...edits.map((edit) => edit.criterionId),
      ...writer.listSettledBy(number, step),
    ]);
    const cells = writer.readCells(number);
    return succeed({
      savedAt,
      ...writer.readWayBack(number),
      answers: answersOfCriteria(cells, touched),
      header: headerOfCells(cells),
      criterionIds: listCriteria(loadedSet.value.set).flatMap(({ id }) => (touched.has(id) ? [id] : [])),
    });
  });
}

/** What stands in a cell for "nothing was here". */
function nothingIn(criterionId: string, field: string): unknown {
  if (criterionId === headerCells) return '';
  return field === 'value' ? null : field === 'evidence' ? [] : '';
}
