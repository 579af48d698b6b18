import type { AnswerEdit } from '#shared/api/contract.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { answersOfCells, type StoredAnswers } from './answersOfCells.ts';
import type { UseCaseContext } from './context.ts';
import { decideEdits } from './decideEdits.ts';
import { findSetOf } from './readAssessment.ts';

/** Edits of one assessment; `author` says who made them and may be empty. */
export interface AnswersToRecord {
  readonly assessmentId: string;
  readonly edits: readonly AnswerEdit[];
  readonly author?: string;
}

/**
 * Records edits of the unit's own answers: all of them in one transaction, on the disk when this returns, or none
 * of them with every fault at once. An edit that changes nothing leaves no trace. Returns the answers of the
 * criteria that were edited, as they stand now. Errors: `assessment-unknown`, `criteria-set-unknown`,
 * `criteria-set-changed`, those of `decideEdits` and of the storage.
 */
export function recordAnswers(
  context: UseCaseContext,
  { assessmentId, edits, author = '' }: AnswersToRecord,
): Result<{
  readonly savedAt: string;
  readonly answers: StoredAnswers;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}> {
  return context.store.write((writer) => {
    const record = writer.findAssessment(assessmentId);
    if (!record) return failWith('assessment-unknown', { id: assessmentId.slice(0, 40) });
    const loadedSet = findSetOf(context.content, record);
    if (!loadedSet.ok) return loadedSet;
    const { set } = loadedSet.value;
    const locateFile = context.evidence.locate;
    const checked = decideEdits({ set, unitKind: record.unitKind, locateFile }, edits);
    if (!checked.ok) return checked;
    const savedAt = context.now().toISOString();
    for (const edit of checked.value) {
      writer.recordChange(record.number, { ...edit, stage: 'self', author, changedAt: savedAt });
    }
    const edited = new Set(checked.value.map((edit) => edit.criterionId));
    const cells = writer.readCells(record.number).filter((cell) => edited.has(cell.criterionId));
    return succeed({ savedAt, answers: answersOfCells(cells), canUndo: false, canRedo: false });
  });
}
