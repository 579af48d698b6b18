import { namedByCalendar, type Period } from '#shared/domain/assessment/period.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { AssessmentIdentity, AssessmentRecord } from '../db/assessmentTable.ts';
import type { SignatureReader, SignatureRecord } from '../db/signatureTable.ts';
import type { StoreReader } from '../db/store.ts';

/** The assessment, if what the unit declares in it may change. Errors: `assessment-unknown`, `assessment-signed`. */
export function findEditable(reader: StoreReader, id: string): Result<AssessmentRecord> {
  const record = findAssessment(reader, id);
  if (!record.ok) return record;
  const signature = findSignatureInForce(reader, record.value.number);
  return signature ? failWith('assessment-signed', { revision: signature.revision }) : record;
}

/** Errors: `assessment-unknown`. */
export function findAssessment(reader: StoreReader, id: string): Result<AssessmentRecord> {
  const record = reader.findAssessment(id);
  return record ? succeed(record) : failWith('assessment-unknown', { id: id.slice(0, 40) });
}

/**
 * The assessment that a file means by unit, period and set: the one of that very name, else the one of the year or quarter
 * that has the same days, under which a span is kept.
 */
export function findNamedAssessment(
  reader: Pick<StoreReader, 'findSameAssessment'>,
  identity: Omit<AssessmentIdentity, 'period'>,
  period: Period,
): AssessmentRecord | undefined {
  return (
    reader.findSameAssessment({ ...identity, period: period.code }) ??
    reader.findSameAssessment({ ...identity, period: namedByCalendar(period).code })
  );
}

/** The signature that freezes an assessment, the newest that was not recalled; undefined while it is open. */
export function findSignatureInForce(
  reader: SignatureReader,
  assessment: number,
): SignatureRecord | undefined {
  return signatureInForce(reader.listSignatures(assessment));
}

/** The same among the signatures of an assessment, newest first. */
export function signatureInForce(signatures: readonly SignatureRecord[]): SignatureRecord | undefined {
  return signatures.find(({ recall }) => recall === null);
}
