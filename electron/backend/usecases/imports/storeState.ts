import type { AssessmentIdentity } from '../../db/assessmentTable.ts';
import type { StoreReader } from '../../db/store.ts';
import type { ImportState, KnownAssessment } from './importFrame.ts';

/** What stands in the store. */
export function storeState(reader: StoreReader): ImportState {
  return {
    findKnown: (identity) => readKnown(reader, identity),
    findSigner: (publicKey) => reader.findSigner(publicKey),
    hasSignerOf: (sender) => reader.hasSignerOf(sender),
    hasReceipt: (sha256) => reader.hasReceipt(sha256),
    hasResult: (digest) => reader.hasReturnedResult(digest),
  };
}

function readKnown(reader: StoreReader, identity: AssessmentIdentity): KnownAssessment | undefined {
  const record = reader.findSameAssessment(identity);
  return (
    record && {
      id: record.id,
      record,
      log: reader.readLog(record.number),
      signatures: reader.listSignatures(record.number),
    }
  );
}
