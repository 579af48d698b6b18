import { emptyAnswer, type Answer, type Answers } from '#shared/domain/assessment/answer.ts';
import { headerFields, type AssessmentHeader } from '#shared/domain/assessment/header.ts';
import { headerCells, type Cell } from '../db/changeLog.ts';

/**
 * The unit's own answers (stage `self`) by criterion. Cells hold what `decideEdits` let through, so that their
 * values are canonical.
 */
export function answersOfCells(cells: readonly Cell[]): Answers {
  const answers: Record<string, Answer> = {};
  for (const cell of cells) {
    if (cell.stage !== 'self' || cell.criterionId === headerCells) continue;
    const known = answers[cell.criterionId] ?? emptyAnswer;
    answers[cell.criterionId] = { ...known, [cell.field]: cell.value };
  }
  return answers;
}

/** The head of the form as it stands. */
export function headerOfCells(cells: readonly Cell[]): AssessmentHeader {
  const known = new Map(
    cells.filter((cell) => cell.criterionId === headerCells).map((cell) => [cell.field, cell.value]),
  );
  return Object.fromEntries(
    headerFields.flatMap((field) => {
      const value = known.get(field);
      return typeof value === 'string' && value !== '' ? [[field, value]] : [];
    }),
  );
}
