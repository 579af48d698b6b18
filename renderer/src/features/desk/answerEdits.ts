import type { AnswerEdit, CallOutput } from '#shared/api/contract.ts';
import {
  emptyAnswer,
  type Answer,
  type Answers,
  type AnswerValue,
} from '#shared/domain/assessment/answer.ts';

/** The answers with one edit in place; its value must be canonical already. */
export function applyAnswerEdit(answers: Answers, edit: AnswerEdit): Answers {
  const before = answers[edit.criterionId] ?? emptyAnswer;
  return { ...answers, [edit.criterionId]: withField(before, edit) };
}

function withField(answer: Answer, edit: AnswerEdit): Answer {
  switch (edit.field) {
    case 'value':
      return { ...answer, value: edit.value as AnswerValue | null };
    case 'evidence':
      return { ...answer, evidence: edit.value };
    default:
      return { ...answer, [edit.field]: edit.value };
  }
}

/** Two edits of the same field of the same criterion: only the later one counts. */
export function keyOfEdit(edit: AnswerEdit): string {
  return `${edit.criterionId} ${edit.field}`;
}

/** The backend keeps answers canonical, so what it sends needs no second look. */
export function answersFromBackend(stored: CallOutput<'assessments.open'>['answers']): Answers {
  return stored as Answers;
}
