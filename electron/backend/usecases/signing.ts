import type { Signing } from '#shared/api/contract.ts';
import { appraisalStateOf } from '#shared/domain/appraisal/appraisalState.ts';
import { textLimits } from '#shared/domain/assessment/answer.ts';
import { countersIn } from '#shared/domain/merge/countersIn.ts';
import { parseCalendarDate } from '#shared/domain/dates/calendarDate.ts';
import { collect, fail, failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { AssessmentRecord } from '../db/assessmentTable.ts';
import type { Signatory } from '../db/signatureTable.ts';
import type { StoreReader } from '../db/store.ts';
import { scoreStages } from './appraisal/readAppraisals.ts';
import type { UseCaseContext } from './context.ts';
import { findAssessment, findEditable, findSignatureInForce } from './editableAssessment.ts';
import { completeAssessment } from './readAssessment.ts';
import { readSigning } from './readSigning.ts';

/** Who signs what, the digest being of what the signatory was shown; without it, whatever stands there is meant. */
type SigningWish = Signatory & { readonly assessmentId: string; readonly contentDigest?: string | undefined };

/**
 * Signs what stands in the assessment as its next revision and freezes it; incomplete ones too, for the officer
 * decides. Errors: `signature-incomplete` and `date-malformed` with the field as place, `text-too-long`,
 * `assessment-unknown`, `assessment-signed`, `assessment-changed` where something else stands there than was shown,
 * `conflicts-open`, `criteria-set-unknown`, `criteria-set-changed`, and those of the storage.
 */
export function signAssessment(
  context: UseCaseContext,
  { assessmentId, contentDigest: shown, ...given }: SigningWish,
): Result<Signing> {
  const signatory = decideSignatory(given);
  if (!signatory.ok) return signatory;
  return context.store.write((writer) => {
    const record = findEditable(writer, assessmentId);
    if (!record.ok) return record;
    const { number } = record.value;
    const conflicts = writer.listConflicts(number).filter(({ stage }) => stage === 'self');
    if (conflicts.length > 0) return failWith('conflicts-open', { count: conflicts.length });
    const complete = completeAssessment(writer, context.content, record.value);
    if (!complete.ok) return complete;
    const digest = complete.value.digest();
    if (shown !== undefined && shown !== digest) return failWith('assessment-changed');
    writer.insertSignature(number, {
      ...signatory.value,
      id: context.newId(),
      digest,
      seen: countersIn(writer.readLog(number)),
      signedAt: context.now().toISOString(),
    });
    return succeed(readSigning(writer, number));
  });
}

/**
 * Takes the signature back, so that the assessment can change; the signature stays on record with the reason.
 * Errors: `recall-reason-missing`, `recall-after-receipt`, `text-too-long`, `assessment-unknown`, `assessment-not-signed`, and those of
 * the storage.
 */
export function recallSignature(
  context: UseCaseContext,
  input: { readonly assessmentId: string; readonly reason: string },
): Result<Signing> {
  const reason = input.reason.normalize('NFC').trim();
  if (reason === '') return failWith('recall-reason-missing', {}, 'reason');
  if (reason.length > textLimits.long) return failWith('text-too-long', { limit: textLimits.long }, 'reason');
  return context.store.write((writer) => {
    const record = findAssessment(writer, input.assessmentId);
    if (!record.ok) return record;
    const { number } = record.value;
    const signature = findSignatureInForce(writer, number);
    if (!signature) return failWith('assessment-not-signed');
    const received = refuseAfterReceipt(context, writer, record.value);
    if (!received.ok) return received;
    writer.insertRecall(number, signature.id, { reason, recalledAt: context.now().toISOString() });
    return succeed(readSigning(writer, number));
  });
}

/** What arrived at the level above is not taken back, unless something in it was sent back or needs an explanation. */
function refuseAfterReceipt(
  context: UseCaseContext,
  reader: StoreReader,
  record: AssessmentRecord,
): Result<null> {
  const found = completeAssessment(reader, context.content, record);
  if (!found.ok) return found;
  const { receipt } = found.value;
  if (receipt === null || appraisalStateOf(scoreStages(found.value).appraised).criteriaOwed > 0) {
    return succeed(null);
  }
  return failWith('recall-after-receipt', { receiver: receipt.receiverName });
}

function decideSignatory({ date, ...texts }: Signatory): Result<Signatory> {
  const named = collect(
    Object.entries(texts).map(([field, text]): Result<[string, string]> => {
      const value = text.normalize('NFC').trim();
      if (value === '') return failWith('signature-incomplete', {}, field);
      if (value.length > textLimits.short) {
        return failWith('text-too-long', { limit: textLimits.short }, field);
      }
      return succeed([field, value]);
    }),
  );
  const day =
    date.trim() === '' ? failWith('signature-incomplete', {}, 'date') : inPlace(parseCalendarDate(date));
  if (!named.ok || !day.ok) return fail([named, day].flatMap((part) => (part.ok ? [] : part.errors)));
  return succeed({ ...texts, ...Object.fromEntries(named.value), date: day.value });
}

function inPlace(day: Result<string>): Result<string> {
  return day.ok ? day : fail(day.errors.map((error) => ({ ...error, place: 'date' })));
}
