import type { z } from 'zod';
import { answerEdit } from '#shared/api/schemas/answers.ts';
import { headerFields } from '#shared/domain/assessment/header.ts';
import { headerCells, keyOfCell, type CellAddress, type Dot } from '#shared/domain/merge/change.ts';
import { compareDots } from '#shared/domain/merge/dotIndex.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import type { StandingEdit } from '../../db/conflictTable.ts';
import { decideEdits, type EditFrame } from '../decideEdits.ts';
import { decideHeader } from '../decideHeader.ts';
import { findSetOf } from '../readAssessment.ts';
import type { UseCaseContext } from '../context.ts';

/** Which value shall hold in a cell. */
export interface GivenDecision extends CellAddress {
  readonly value: unknown;
  /** The edits that whoever decided had before them; all that stand unless told. */
  readonly seen?: readonly Dot[] | undefined;
}

/**
 * The value of a decision in the form in which it is stored: one of those side by side as it is, or another that
 * could have been entered there. Errors: `conflict-changed` where a value stands that was not seen, `decision-only-among` where no other may be entered, those of `decideEdits`
 * and `decideHeader`, `value-wrong-kind`, `criteria-set-unknown`, `criteria-set-changed`.
 */
export function checkDecision(
  context: UseCaseContext,
  record: AssessmentRecord,
  standing: readonly StandingEdit[],
  decision: GivenDecision,
): Result<unknown> {
  if (hasUnseenValue(standing, decision)) return failWith('conflict-changed', {}, keyOfCell(decision));
  const given = toCanonicalJson(decision.value);
  if (standing.some(({ valueText }) => valueText === given)) return succeed(decision.value);
  // Judgements of answers are made where answers are judged, with the answer in view.
  if (decision.stage !== 'self') return failWith('decision-only-among');
  return decision.criterionId === headerCells
    ? checkHead(decision)
    : checkAnswer(context, record, standing, decision);
}

/** Whether something has come that nobody had before them; who says what others say already changes nothing. */
function hasUnseenValue(standing: readonly StandingEdit[], { seen }: GivenDecision): boolean {
  if (!seen) return false;
  const before = standing.filter(({ dot }) => seen.some((one) => compareDots(one, dot) === 0));
  return standing.some(({ valueText }) => before.every((one) => one.valueText !== valueText));
}

function checkHead({ field, value }: GivenDecision): Result<unknown> {
  const known = headerFields.find((one) => one === field);
  if (known === undefined) return failWith('field-unknown', { field: field.slice(0, 40) }, `header.${field}`);
  if (typeof value !== 'string') return failWith('value-wrong-kind', {}, `header.${field}`);
  const edits = decideHeader({ [known]: value });
  return edits.ok ? succeed(edits.value[0]?.value) : edits;
}

function checkAnswer(
  context: UseCaseContext,
  record: AssessmentRecord,
  standing: readonly StandingEdit[],
  { criterionId, field, value }: GivenDecision,
): Result<unknown> {
  const edit = answerEdit.safeParse({ criterionId, field, value });
  if (!edit.success) return refuseShape(edit.error.issues, `${criterionId}.${field}`);
  const loadedSet = findSetOf(context.content, record);
  if (!loadedSet.ok) return loadedSet;
  const { set } = loadedSet.value;
  const locateFile = locateBeside(context, standing);
  const checked = decideEdits({ set, unitKind: record.unitKind, locateFile }, [edit.data]);
  return checked.ok ? succeed(checked.value[0]?.value) : checked;
}

function refuseShape(issues: readonly z.core.$ZodIssue[], place: string): Result<never> {
  const [issue] = issues;
  return issue?.code === 'too_big' && issue.origin === 'string'
    ? failWith('text-too-long', { limit: Number(issue.maximum) }, place)
    : failWith('value-wrong-kind', {}, place);
}

/** Files of the cards that stand may stay on a card, also those that did not travel along. */
function locateBeside(context: UseCaseContext, standing: readonly StandingEdit[]): EditFrame['locateFile'] {
  return (file) =>
    standing.some(({ valueText }) => valueText.includes(file.sha256))
      ? succeed('')
      : context.evidence.locate(file);
}
