import type { Receipt } from '#shared/api/contract.ts';
import type { StoreReader } from '../../db/store.ts';
import { readKeptContent } from '../exporting/keptContent.ts';

/** The receipt for content with this digest; null while none has come back. */
export function readReceipt(reader: StoreReader, assessment: number, contentDigest: string): Receipt | null {
  for (const { number, publicKey } of reader.listReceipts(assessment)) {
    const document = readKeptContent(reader, number)?.document;
    if (document?.kind !== 'receipt' || document.of.contentDigest !== contentDigest) continue;
    const { receiver, receivedAt, of } = document;
    return {
      receiverName: receiver.unit.name,
      receivedAt,
      revision: of.revision,
      publicKey: publicKey ?? '',
    };
  }
  return null;
}
