import type { AnswerEdit, CallOutput } from '#shared/api/contract.ts';
import { emptyAnswer, type Answer, type AnswerValue } from '#shared/domain/assessment/answer.ts';

/** An answer with the colleague who sees to it; empty for nobody. */
export interface DeskAnswer extends Answer {
  readonly assignee: string;
}

/** Answers by permanent criterion id. */
export type DeskAnswers = Readonly<Record<string, DeskAnswer>>;

const nothing: DeskAnswer = { ...emptyAnswer, assignee: '' };

/** The answers with one edit in place; its value must be canonical already. */
export function applyAnswerEdit(answers: DeskAnswers, edit: AnswerEdit): DeskAnswers {
  const before = answers[edit.criterionId] ?? nothing;
  return { ...answers, [edit.criterionId]: withField(before, edit) };
}

function withField(answer: DeskAnswer, edit: AnswerEdit): DeskAnswer {
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
export function answersFromBackend(stored: CallOutput<'assessments.open'>['answers']): DeskAnswers {
  return stored as DeskAnswers;
}

/** Who sees to which criterion, by criterion id; the names as they were typed. */
export function assigneesOf(answers: DeskAnswers): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, { assignee }]) =>
      assignee.trim() === '' ? [] : [[id, assignee.trim()]],
    ),
  );
}
