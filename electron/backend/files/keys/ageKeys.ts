import { createPrivateKey, createPublicKey } from 'node:crypto';
import { encodeBech32, isBech32 } from './bech32.ts';

// The fixed head of an X25519 private key in DER (RFC 8410); public ones end with their 32 bytes.
const privateHead = Buffer.from('302e020100300506032b656e04220420', 'hex');
const keyBytes = 32;

/** `AGE-SECRET-KEY-1…` of an X25519 key of 32 bytes. Source: https://age-encryption.org/v1 */
export function toIdentity(scalar: Uint8Array): string {
  return encodeBech32('age-secret-key-', scalar).toUpperCase();
}

/** `age1…`, the public half of the same key. Throws unless it has 32 bytes. */
export function toRecipient(scalar: Uint8Array): string {
  const key = Buffer.concat([privateHead, scalar]);
  const publicKey = createPublicKey(createPrivateKey({ key, format: 'der', type: 'pkcs8' }));
  return encodeBech32('age', publicKey.export({ format: 'der', type: 'spki' }).subarray(-keyBytes));
}

/** Whether a text is an age recipient with its checksum in order; plugin and post-quantum ones are not taken. */
export function isRecipient(text: string): boolean {
  return isBech32(text, 'age', keyBytes);
}
