import { succeed, type Result } from '#shared/errors/result.ts';
import { onStorageLater } from '../../db/storageFailure.ts';
import { evidencePath } from './entryNames.ts';
import { readPackage } from './readPackage.ts';
import { toWritten, type WrittenPackage } from './writePackage.ts';
import { zipPackage, type AttachedFile } from './zipPackage.ts';

/** A package of somebody else as it was received, to the byte. */
export interface ReceivedContent {
  readonly manifestBytes: Uint8Array;
  readonly signatureBytes: Uint8Array;
  readonly documentBytes: Uint8Array;
}

/**
 * Puts a received package together again under its own signature, and verifies it. Errors: `evidence-file-missing`,
 * those of `readPackage` where what is kept is not what was received, and those of the storage.
 * @param target a new file
 */
export function rebuildPackage(
  target: string,
  { manifestBytes, signatureBytes, documentBytes }: ReceivedContent,
  evidence: readonly AttachedFile[],
): Promise<Result<WrittenPackage>> {
  return onStorageLater(target, async () => {
    const zipped = await zipPackage(target, {
      manifest: manifestBytes,
      signature: signatureBytes,
      document: documentBytes,
      attached: evidence.map((one) => ({ ...one, path: evidencePath(one.sha256) })),
    });
    if (!zipped.ok) return zipped;
    const read = await readPackage(target, {
      unlock: { passphrase: null, identities: [] },
      keepEvidence: null,
    });
    return read.ok ? succeed(toWritten(read.value)) : read;
  });
}
