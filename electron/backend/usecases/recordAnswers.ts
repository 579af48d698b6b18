import type { AnswerEdit } from '#shared/api/contract.ts';
import type { Evidence } from '#shared/domain/assessment/answer.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { Cell } from '../db/changeLog.ts';
import { answersOfCriteria, type StoredAnswers } from './answersOfCells.ts';
import type { UseCaseContext } from './context.ts';
import { decideEdits, type EditFrame } from './decideEdits.ts';
import { findEditable } from './editableAssessment.ts';
import { findAuthor } from './profile.ts';
import { findSetOf } from './readAssessment.ts';
import { recordStep, type Recorded } from './recordStep.ts';

/** Edits of one assessment; `author` says who made them, the contact of the profile unless told. */
export interface AnswersToRecord {
  readonly assessmentId: string;
  readonly edits: readonly AnswerEdit[];
  readonly author?: string;
}

/** `answers` are those of the criteria that were edited, as they stand now. */
export interface RecordedAnswers extends Recorded {
  readonly answers: StoredAnswers;
}

/** A file that did not travel along, or was lost, may stay on the cards that name it; only what is new must be here. */
function locateUnlessNamed(
  { evidence }: Pick<UseCaseContext, 'evidence'>,
  readCells: () => readonly Cell[],
): EditFrame['locateFile'] {
  return (file) => {
    const found = evidence.locate(file);
    if (found.ok) return found;
    const cards = readCells().flatMap(({ field, value }) =>
      field === 'evidence' ? (value as Evidence[]) : [],
    );
    return cards.some((card) => card.file?.sha256 === file.sha256) ? succeed('') : found;
  };
}

/**
 * Records edits of the unit's own answers as one step: all of them in one transaction, on the disk when this
 * returns, or none of them with every fault at once. An edit that changes nothing leaves no trace. Errors:
 * `assessment-unknown`, `assessment-signed`, `criteria-set-unknown`, `criteria-set-changed`, those of
 * `decideEdits` and of the storage.
 */
export function recordAnswers(
  context: UseCaseContext,
  { assessmentId, edits, author }: AnswersToRecord,
): Result<RecordedAnswers> {
  return context.store.write((writer) => {
    const record = findEditable(writer, assessmentId);
    if (!record.ok) return record;
    const { number, unitKind } = record.value;
    const loadedSet = findSetOf(context.content, record.value);
    if (!loadedSet.ok) return loadedSet;
    const { set } = loadedSet.value;
    const locateFile = locateUnlessNamed(context, () => writer.readCells(number));
    const checked = decideEdits({ set, unitKind, locateFile }, edits);
    if (!checked.ok) return checked;
    const changedAt = context.now().toISOString();
    const recorded = recordStep(writer, number, {
      kind: 'edit',
      edits: checked.value,
      author: author ?? findAuthor(writer),
      changedAt,
    });
    const edited = new Set(checked.value.map((edit) => edit.criterionId));
    return succeed({ ...recorded, answers: answersOfCriteria(writer.readCells(number), edited) });
  });
}
