import type { AssessmentIdentity } from '../../db/assessmentTable.ts';
import type { StoreReader } from '../../db/store.ts';
import type { EvidenceStore } from '../../files/evidenceStore.ts';
import type { ImportState, KnownAssessment } from './importFrame.ts';

/** What stands in the store. */
export function storeState(reader: StoreReader, hasEvidence: ImportState['hasEvidence']): ImportState {
  return {
    hasEvidence,
    findKnown: (identity) => readKnown(reader, identity),
    findSigner: (publicKey) => reader.findSigner(publicKey),
    hasSignerOf: (sender) => reader.hasSignerOf(sender),
    hasReceipt: (sha256) => reader.hasReceipt(sha256),
    hasResult: (digest) => reader.hasReturnedResult(digest),
  };
}

/** Asks for each file once, so that the answer is the same before and after a package has brought it. */
export function evidenceBefore({ locate }: Pick<EvidenceStore, 'locate'>): ImportState['hasEvidence'] {
  const known = new Map<string, boolean>();
  return ({ sha256, size }) => {
    const isHere = known.get(sha256) ?? locate({ sha256, size, name: sha256 }).ok;
    known.set(sha256, isHere);
    return isHere;
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
