import type { Signing } from '#shared/api/contract.ts';
import type { SignatureReader } from '../db/signatureTable.ts';
import { signatureInForce } from './editableAssessment.ts';

/** How an assessment stands with its signatures; recalls newest first. */
export function readSigning(reader: SignatureReader, assessment: number): Signing {
  const signatures = reader.listSignatures(assessment);
  const inForce = signatureInForce(signatures);
  return {
    revision: signatures[0]?.revision ?? 0,
    state: inForce ? 'signed' : 'open',
    signature: inForce ? describe(inForce) : null,
    recalls: signatures.flatMap(({ revision, recall }) => (recall ? [{ revision, ...recall }] : [])),
  };
}

function describe(signature: NonNullable<Signing['signature']>): NonNullable<Signing['signature']> {
  const { name, title, place, date, signedAt, digest } = signature;
  return { name, title, place, date, signedAt, digest };
}
