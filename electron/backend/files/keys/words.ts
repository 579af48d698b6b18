import { createHash } from 'node:crypto';
import { normaliseName } from '#shared/domain/units/normaliseName.ts';
import { fingerprintWords } from './fingerprintWords.ts';

const wordsPerKey = 8;

/**
 * The fingerprint of a public key as eight words to read out on the telephone: one for each of the first eight
 * bytes of the SHA-256 of the raw key.
 * @param publicKey base64 of the raw 32 bytes
 */
export function wordsOfKey(publicKey: string): string[] {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest();
  return [...digest.subarray(0, wordsPerKey)].map((byte) => fingerprintWords[byte] ?? '');
}

/** Whether words as a person typed them, with or without diacritics, are the fingerprint of a key. */
export function areWordsOfKey(typed: string, publicKey: string): boolean {
  return normaliseName(typed) === normaliseName(wordsOfKey(publicKey).join(' '));
}
