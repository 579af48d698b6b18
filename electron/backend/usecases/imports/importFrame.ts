import type { Profile } from '#shared/api/contract.ts';
import type { Change } from '#shared/domain/merge/change.ts';
import type { AssessmentIdentity, AssessmentRecord } from '../../db/assessmentTable.ts';
import type { SignatureRecord } from '../../db/signatureTable.ts';
import type { Sender, SignerRecord } from '../../db/signerTable.ts';
import type { Content } from '../../files/content.ts';
import type { StoredFile } from '../../files/evidenceStore.ts';

/** An assessment as it is before a file arrives. */
export interface KnownAssessment {
  readonly id: string;
  /** Undefined for one that an earlier file of the same dry run would make. */
  readonly record: AssessmentRecord | undefined;
  readonly log: readonly Change[];
  /** Newest first. */
  readonly signatures: readonly SignatureRecord[];
}

/** What files are judged by: the store, or in a dry run the store as the earlier files of the run would leave it. */
export interface ImportState {
  findKnown(identity: AssessmentIdentity): KnownAssessment | undefined;
  findSigner(publicKey: string): SignerRecord | undefined;
  hasSignerOf(sender: Sender): boolean;
  /** Whether a receipt with this digest has been taken in. */
  hasReceipt(sha256: string): boolean;
  /** Whether a result with this digest has been taken in. */
  hasResult(digest: string): boolean;
  /** Whether a file of evidence is here. */
  hasEvidence(file: EvidenceFile): boolean;
}

/** A file of evidence, by its content. */
export type EvidenceFile = Pick<StoredFile, 'sha256' | 'size'>;

/** What stays the same for all files of one import. */
export interface ImportFrame {
  readonly content: Content;
  /** Null before the first run is over. */
  readonly profile: Profile | null;
  /** The replica of this installation. */
  readonly ownReplica: string;
  /** The public keys of this installation. */
  readonly ownKeys: readonly string[];
  /** Whether a person has accepted a key that was not known for its sender. */
  readonly accepts: (publicKey: string) => boolean;
}
