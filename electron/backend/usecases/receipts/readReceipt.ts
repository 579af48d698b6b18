import type { Receipt } from '#shared/api/contract.ts';
import type { StoreReader } from '../../db/store.ts';
import { readKeptContent } from '../exporting/keptContent.ts';

/**
 * The receipt for this revision of this content; null while none has come back. A working copy or an earlier revision may say
 * the same, and its receipt says nothing of the signature.
 */
export function readReceipt(
  reader: StoreReader,
  assessment: number,
  signed: { readonly revision: number; readonly contentDigest: string },
): Receipt | null {
  for (const { number, publicKey } of reader.listReceipts(assessment)) {
    const document = readKeptContent(reader, number)?.document;
    if (document?.kind !== 'receipt') continue;
    const { receiver, receivedAt, of } = document;
    if (of.revision !== signed.revision || of.contentDigest !== signed.contentDigest) continue;
    return {
      receiverName: receiver.unit.name,
      receivedAt,
      revision: of.revision,
      publicKey: publicKey ?? '',
    };
  }
  return null;
}
