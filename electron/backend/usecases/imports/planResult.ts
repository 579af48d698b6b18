import type { AssessmentIdentity } from '../../db/assessmentTable.ts';
import type { NewReturnedResult } from '../../db/resultTable.ts';
import { digestOf } from '../../files/content.ts';
import type { ImportState } from './importFrame.ts';
import type { OpenedLog } from './openedLog.ts';

/** A result that a review gives back, to be kept with its assessment. */
export type ArrivingResult = Omit<NewReturnedResult, 'assessment'>;

/** The result in a file; null where there is none, or where it has been taken in before. */
export function planResult(
  state: Pick<ImportState, 'hasResult'>,
  identity: AssessmentIdentity,
  { opened: { manifest }, document }: OpenedLog,
): ArrivingResult | null {
  if (document.kind !== 'review' || document.result === null) return null;
  const { result, basedOn } = document;
  const told = { result, basedOn, issuedAt: manifest.createdAt, issuer: manifest.sender };
  const digest = digestOf({ identity, ...told });
  return state.hasResult(digest) ? null : { ...told, digest };
}
