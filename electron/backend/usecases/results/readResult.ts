import type { ReturnedResult } from '#shared/api/contract.ts';
import { resultInForce } from '#shared/domain/appraisal/resultInForce.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import type { ResultReader, ReturnedResultRecord } from '../../db/resultTable.ts';

/** What stands in an assessment now, to hold against what a result speaks of. */
export interface PresentContent {
  /** Of the signature in force; null for an open assessment. */
  readonly signedRevision: number | null;
  readonly digest: () => string;
}

/** The result in force that the level above has given back; null while none has come. */
export function readResult(
  reader: ResultReader,
  assessment: number,
  set: CriteriaSet,
  present: PresentContent,
): ReturnedResult | null {
  const known = reader.listReturnedResults(assessment).map((record) => ({
    record,
    stage: record.result.stage,
    issuedAt: record.issuedAt,
    issuer: `${record.issuer.role} ${record.issuer.unit.code} ${record.issuer.unit.validFrom ?? ''}`,
  }));
  const found = resultInForce(known);
  return found ? describe(found.record, set, isCurrent(found.record, present)) : null;
}

/** A level above that got a masked file knows less of the content, but knows which signature it looked at. */
function isCurrent({ basedOn }: ReturnedResultRecord, { signedRevision, digest }: PresentContent): boolean {
  return (
    (signedRevision !== null && signedRevision === basedOn.revision) || basedOn.contentDigest === digest()
  );
}

function describe(
  { result, issuedAt, issuer }: ReturnedResultRecord,
  { bands }: CriteriaSet,
  isCurrentNow: boolean,
): ReturnedResult {
  const { verdicts, band, ...figures } = result;
  return {
    ...figures,
    issuedAt,
    issuerName: issuer.unit.name,
    verdicts: verdicts.map(({ threshold, ...verdict }) => ({ thresholdId: threshold, ...verdict })),
    band: band === null ? null : { id: band, name: bands.steps.find(({ id }) => id === band)?.name ?? null },
    isCurrent: isCurrentNow,
  };
}
