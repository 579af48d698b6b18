import type { SigningKey } from '#backend/files/keys/signatures.ts';
import type { ErrorCode } from '#shared/errors/errorCodes.ts';
import type { AssessmentDocument } from '#shared/format/package/newest.ts';
import type { AnyManifest } from './sealParts.ts';

/** One file that must be refused. */
export interface HostileFile {
  /** What is wrong with it, in a few words that make a file name. */
  readonly name: string;
  /** The error code by which it is refused. */
  readonly code: ErrorCode;
  readonly bytes: Uint8Array;
}

/** A good package of the demo, which the hostile ones are made from. */
export interface HostileBase {
  readonly manifest: AnyManifest;
  readonly document: AssessmentDocument;
  readonly key: SigningKey;
  /** Of somebody else, whom nobody knows. */
  readonly strangersKey: SigningKey;
  /** Another unit that sends files in the same demo, and its key. */
  readonly neighbour: { readonly unit: unknown; readonly key: SigningKey };
}
