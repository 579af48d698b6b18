import type { AnswerEdit } from '#shared/api/contract.ts';
import { textLimits, type AnswerValue, type Evidence } from '#shared/domain/assessment/answer.ts';
import { normaliseValue } from '#shared/domain/assessment/normaliseValue.ts';
import type { CriteriaSet, Criterion } from '#shared/domain/criteria/criteriaSet.ts';
import { appliesToUnit } from '#shared/domain/scoring/scoreAssessment.ts';
import { assertNever } from '#shared/errors/assertNever.ts';
import { collect, fail, failWith, succeed, type Result } from '#shared/errors/result.ts';
import { criteriaById } from '#shared/domain/criteria/criteriaOfSet.ts';
import type { StoredFile } from '../files/evidenceStore.ts';

/** An edit that may be stored: its value is canonical and its texts are NFC. */
export interface CheckedEdit {
  readonly criterionId: string;
  readonly field: AnswerEdit['field'];
  readonly value: AnswerValue | readonly Evidence[] | string | null;
}

/** What edits are checked against. */
export interface EditFrame {
  readonly set: CriteriaSet;
  readonly unitKind: string;
  /** Whether an attached file is in the store. Errors: `evidence-file-missing`. */
  readonly locateFile: (file: StoredFile) => Result<string>;
}

/**
 * Checks edits of answers and brings them into the form in which they are stored; either all of them pass or all
 * faults come back, each with criterion code and field as place. Errors: `criterion-unknown`,
 * `criterion-does-not-apply`, `not-applicable-refused`, `evidence-file-missing`, `documents-too-many`, `text-too-long`, and those of
 * `normaliseValue`.
 */
export function decideEdits(frame: EditFrame, edits: readonly AnswerEdit[]): Result<readonly CheckedEdit[]> {
  const criteria = criteriaById(frame.set);
  return collect(
    edits.map((edit): Result<CheckedEdit> => {
      const criterion = criteria.get(edit.criterionId);
      if (!criterion) return failWith('criterion-unknown', { key: edit.criterionId }, edit.criterionId);
      if (!appliesToUnit(criterion, frame.unitKind)) {
        return failWith('criterion-does-not-apply', { code: criterion.code }, criterion.code);
      }
      const value = checkField(frame, criterion, edit, `${criterion.code}.${edit.field}`);
      if (!value.ok) return value;
      return succeed({ criterionId: criterion.id, field: edit.field, value: value.value });
    }),
  );
}

/** The same of one field of a criterion that is known and applies. */
export function checkField(
  frame: Pick<EditFrame, 'locateFile'>,
  criterion: Criterion,
  edit: AnswerEdit,
  place: string,
): Result<CheckedEdit['value']> {
  switch (edit.field) {
    case 'value':
      return checkValue(criterion, edit.value, place);
    case 'evidence':
      return checkEvidence(frame, edit.value, place);
    case 'explanation':
      return checkText(edit.value, place);
    case 'assignee':
      return succeed(edit.value.normalize('NFC').trim());
    case 'notApplicable':
      return checkReason(criterion, edit.value, place);
    default:
      return assertNever(edit);
  }
}

function checkValue(criterion: Criterion, input: unknown, place: string): Result<AnswerValue | null> {
  const value = normaliseValue(criterion.rule, criterion.maxPoints, input, place);
  if (!value.ok || criterion.notApplicable === 'allowed') return value;
  const refused = listDeclaredParts(value.value).map((index) => ({
    code: 'not-applicable-refused' as const,
    params: { code: criterion.code },
    place: `${place}.parts[${String(index)}]`,
  }));
  return refused.length > 0 ? fail(refused) : value;
}

/** Positions of the parts of a `sum` that are declared not to apply. */
function listDeclaredParts(value: AnswerValue | null): readonly number[] {
  if (value === null || typeof value !== 'object' || !('parts' in value)) return [];
  return value.parts.flatMap((part, index) =>
    part !== null && typeof part === 'object' && 'notApplicable' in part ? [index] : [],
  );
}

function checkEvidence(
  frame: Pick<EditFrame, 'locateFile'>,
  cards: readonly Evidence[],
  place: string,
): Result<readonly Evidence[]> {
  if (cards.length > textLimits.documents) {
    return failWith('documents-too-many', { limit: textLimits.documents }, place);
  }
  return collect(
    cards.map((card, index): Result<Evidence> => {
      const found = card.file && frame.locateFile(card.file);
      if (found && !found.ok) {
        return fail(found.errors.map((error) => ({ ...error, place: `${place}[${String(index)}].file` })));
      }
      return succeed(inOneForm(card));
    }),
  );
}

function inOneForm(card: Evidence): Evidence {
  const { file, ...texts } = card;
  const normalised = {
    number: texts.number.normalize('NFC'),
    date: texts.date,
    issuer: texts.issuer.normalize('NFC'),
    title: texts.title.normalize('NFC'),
    page: texts.page.normalize('NFC'),
  };
  return file ? { ...normalised, file: { ...file, name: file.name.normalize('NFC') } } : normalised;
}

function checkText(input: string, place: string): Result<string> {
  const text = input.normalize('NFC');
  return text.length > textLimits.long
    ? failWith('text-too-long', { limit: textLimits.long }, place)
    : succeed(text);
}

function checkReason(criterion: Criterion, input: string, place: string): Result<string> {
  const reason = checkText(input, place);
  if (!reason.ok) return reason;
  if (reason.value.trim() === '') return succeed('');
  return criterion.notApplicable === 'refused'
    ? failWith('not-applicable-refused', { code: criterion.code }, place)
    : reason;
}
