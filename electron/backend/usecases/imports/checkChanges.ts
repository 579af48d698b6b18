import { z } from 'zod';
import type { AnswerEdit } from '#shared/api/contract.ts';
import { appraisalField, appraisalSchema, normaliseAppraisal } from '#shared/domain/appraisal/appraisal.ts';
import { textLimits } from '#shared/domain/assessment/answer.ts';
import { evidenceSchema } from '#shared/domain/assessment/evidenceSchema.ts';
import { headerFields } from '#shared/domain/assessment/header.ts';
import { isSurelyCanonical } from '#shared/domain/assessment/canonicalValue.ts';
import { criteriaById } from '#shared/domain/criteria/criteriaOfSet.ts';
import type { CriteriaSet, Criterion } from '#shared/domain/criteria/criteriaSet.ts';
import { headerCells, type Change } from '#shared/domain/merge/change.ts';
import { appliesToUnit } from '#shared/domain/scoring/scoreAssessment.ts';
import { fail, failWith, succeed, type AppError, type Result } from '#shared/errors/result.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import { isAnswerField } from '../answersOfCells.ts';
import { checkField, type EditFrame } from '../decideEdits.ts';
import { areCanonicalCards } from './canonicalCards.ts';

/** What edits of a file are checked against. */
export interface ChangeFrame {
  readonly set: CriteriaSet;
  readonly unitKind: string;
}

/** More faults of one file than these help nobody. */
const mostFaults = 20;

/**
 * Checks edits of a file by the same rules as those typed here; a value must come in its canonical form, else two
 * machines would take equal values for different ones. Every fault, up to twenty, has criterion code and field as place. Errors:
 * `criterion-unknown`, `criterion-does-not-apply`, `field-unknown`, `value-not-canonical`, `document-invalid`,
 * `decision-not-final`, and those of `checkField` and `normaliseAppraisal`.
 */
export function checkChanges(frame: ChangeFrame, changes: readonly Change[]): Result<null> {
  const faults: AppError[] = [];
  const criteria = criteriaById(frame.set);
  for (const change of changes) {
    if (isSurelyInOrder(criteria.get(change.criterionId), frame, change)) continue;
    const checked = checkChange(frame, change, JSON.parse(change.valueText));
    if (!checked.ok) faults.push(...checked.errors);
    if (faults.length >= mostFaults) break;
  }
  return faults.length > 0 ? fail(faults.slice(0, mostFaults)) : succeed(null);
}

/**
 * Whether an edit is exactly as this program writes it. False says nothing: `checkChange` then takes many times as
 * long and knows what is wrong.
 */
function isSurelyInOrder(
  criterion: Criterion | undefined,
  { unitKind }: ChangeFrame,
  { stage, field, valueText }: Change,
): boolean {
  if (stage !== 'self' || !criterion || !appliesToUnit(criterion, unitKind)) return false;
  switch (field) {
    case 'value':
      return isSurelyCanonical(criterion.rule, JSON.parse(valueText));
    case 'evidence':
      return areCanonicalCards(JSON.parse(valueText), valueText);
    case 'explanation':
      return isShortText(valueText, textLimits.long);
    default:
      return false;
  }
}

/** Two quotes stand around a text, and none is shorter for being written as JSON. */
function isShortText(valueText: string, limit: number): boolean {
  return (
    valueText.startsWith('"') && valueText.length <= limit + 2 && valueText.normalize('NFC') === valueText
  );
}

/** The same by the rules themselves, with everything that is wrong. */
function checkChange(frame: ChangeFrame, change: Change, value: unknown): Result<null> {
  const { stage, criterionId, field } = change;
  if (criterionId === headerCells) return checkHeaderCell(change, value);
  const criterion = criteriaById(frame.set).get(criterionId);
  if (!criterion) return failWith('criterion-unknown', { key: criterionId }, criterionId);
  if (!appliesToUnit(criterion, frame.unitKind)) {
    return failWith('criterion-does-not-apply', { code: criterion.code }, criterion.code);
  }
  const place = `${criterion.code}.${field}`;
  if (stage !== 'self') return checkAppraisal(criterion, change, value, place);
  if (!isAnswerField(field)) return failWith('field-unknown', { field }, place);
  const edit = toEdit(criterionId, field, value, place);
  if (!edit.ok) return edit;
  const checked = checkField(files, criterion, edit.value, place);
  return checked.ok ? sameAsArrived(change, value, checked.value, place) : checked;
}

const inOrder = succeed(null);

/** Whether the files of evidence are there is asked once for a package, not for each edit. */
const files: Pick<EditFrame, 'locateFile'> = { locateFile: () => succeed('') };

const cards = z.array(evidenceSchema);

function toEdit(
  criterionId: string,
  field: AnswerEdit['field'],
  value: unknown,
  place: string,
): Result<AnswerEdit> {
  if (field === 'value') return succeed({ criterionId, field, value });
  if (field === 'evidence') {
    const parsed = cards.safeParse(value);
    if (parsed.success) return succeed({ criterionId, field, value: parsed.data });
    return failWith('document-invalid', { reason: parsed.error.issues[0]?.message ?? '' }, place);
  }
  if (typeof value !== 'string') return failWith('text-expected', {}, place);
  if (field === 'assignee' && value.length > textLimits.short) {
    return failWith('text-too-long', { limit: textLimits.short }, place);
  }
  return succeed({ criterionId, field, value });
}

function checkHeaderCell({ stage, field }: Change, value: unknown): Result<null> {
  const place = `header.${field}`;
  if (stage !== 'self' || !headerFields.some((known) => known === field)) {
    return failWith('field-unknown', { field }, place);
  }
  if (typeof value !== 'string') return failWith('text-expected', {}, place);
  if (value.length > textLimits.short) return failWith('text-too-long', { limit: textLimits.short }, place);
  return value.normalize('NFC') === value ? succeed(null) : failWith('value-not-canonical', {}, place);
}

function checkAppraisal(criterion: Criterion, change: Change, value: unknown, place: string): Result<null> {
  if (change.field !== appraisalField) return failWith('field-unknown', { field: change.field }, place);
  // A judgement that was taken back.
  if (value === null) return succeed(null);
  const parsed = appraisalSchema.safeParse(value);
  if (!parsed.success) {
    return failWith('document-invalid', { reason: parsed.error.issues[0]?.message ?? '' }, place);
  }
  const { decision } = parsed.data;
  if (change.stage === 'final' && decision !== 'accepted' && decision !== 'adjusted') {
    return failWith('decision-not-final', {}, place);
  }
  const appraisal = normaliseAppraisal({ criterion }, parsed.data, place);
  return appraisal.ok ? sameAsArrived(change, value, appraisal.value, place) : appraisal;
}

function sameAsArrived(change: Change, arrived: unknown, canonical: unknown, place: string): Result<null> {
  const isSame =
    typeof arrived === 'object' && arrived !== null
      ? toCanonicalJson(canonical) === change.valueText
      : arrived === canonical;
  return isSame ? inOrder : failWith('value-not-canonical', {}, place);
}

/** The slow way of checking edits and what hurries past it, for a test that they agree. */
export const waysOfChecking = { isSurelyInOrder, checkChange };
