import { emptyAnswer, type Answer } from '#shared/domain/assessment/answer.ts';
import { headerFields, type AssessmentHeader } from '#shared/domain/assessment/header.ts';
import { headerCells } from '#shared/domain/merge/change.ts';
import type { Cell } from '../db/changeLog.ts';

/** An answer with the colleague who sees to it; empty for nobody. */
export interface StoredAnswer extends Answer {
  readonly assignee: string;
}

/** By permanent criterion id. */
export type StoredAnswers = Readonly<Record<string, StoredAnswer>>;

export const emptyStoredAnswer: StoredAnswer = { ...emptyAnswer, assignee: '' };

type AnswerField = keyof StoredAnswer;

export function isAnswerField(field: string): field is AnswerField {
  return Object.hasOwn(emptyStoredAnswer, field);
}

/**
 * The unit's own answers (stage `self`) by criterion. Cells hold what `decideEdits` let through, so that their
 * values are canonical.
 */
export function answersOfCells(cells: readonly Cell[]): StoredAnswers {
  const answers: Record<string, StoredAnswer> = {};
  for (const cell of cells) {
    if (cell.stage !== 'self' || cell.criterionId === headerCells) continue;
    const answer = (answers[cell.criterionId] ??= { ...emptyStoredAnswer });
    Object.assign(answer, { [cell.field]: cell.value });
  }
  return answers;
}

/** The same, of some criteria only. */
export function answersOfCriteria(cells: readonly Cell[], criterionIds: ReadonlySet<string>): StoredAnswers {
  return answersOfCells(cells.filter((cell) => criterionIds.has(cell.criterionId)));
}

/** The head of the form as it stands. */
export function headerOfCells(cells: readonly Cell[]): AssessmentHeader {
  const known = new Map(
    cells
      .filter((cell) => cell.stage === 'self' && cell.criterionId === headerCells)
      .map((cell) => [cell.field, cell.value]),
  );
  return Object.fromEntries(
    headerFields.flatMap((field) => {
      const value = known.get(field);
      return typeof value === 'string' && value !== '' ? [[field, value]] : [];
    }),
  );
}
