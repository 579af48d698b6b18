import { hash } from 'node:crypto';
import { readPackage } from '#backend/files/package/readPackage.ts';
import { valueOf } from '../helpers/valueOf.ts';
import { sampleIdentity, samplePassphrase } from './contents.ts';

/** Opens every sample. */
export const sampleUnlock = { passphrase: samplePassphrase, identities: [sampleIdentity] };

/** What a sample says when it is read today, as the file beside it keeps it. */
export async function describeSample(file: string): Promise<object> {
  const kept: { sha256: string; size: number }[] = [];
  const keepEvidence = {
    addBytes: async (name: string, pieces: AsyncIterable<Uint8Array>) => {
      const parts: Uint8Array[] = [];
      for await (const piece of pieces) parts.push(piece);
      const content = Buffer.concat(parts);
      const stored = { sha256: hash('sha256', content, 'hex'), size: content.length };
      kept.push(stored);
      return { ok: true as const, value: { name, ...stored } };
    },
  };
  const read = valueOf(await readPackage(file, { unlock: sampleUnlock, keepEvidence }));
  const { manifestBytes, signatureBytes, documentBytes, packedDocument: _, attached: __, ...said } = read;
  return {
    ...said,
    manifestBytes: manifestBytes.toString('base64'),
    signatureBytes: signatureBytes.toString('base64'),
    documentSha256: hash('sha256', documentBytes, 'hex'),
    evidence: kept,
  };
}
