import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** What signs a package. */
export interface SigningKey {
  /** Base64 of the raw 32 bytes of the Ed25519 public key. */
  readonly publicKey: string;
  /** Ed25519 over the exact bytes: 64 bytes. Equal bytes give equal signatures. */
  sign(bytes: Uint8Array): Uint8Array;
}

// Node takes raw keys only within DER; these are the fixed heads of RFC 8410.
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');
const keyBytes = 32;
const signatureBytes = 64;

/** @param seed 32 bytes; throws on any other length */
export function makeSigningKey(seed: Uint8Array): SigningKey {
  if (seed.length !== keyBytes) throw new RangeError('an Ed25519 seed has 32 bytes');
  const privateKey = createPrivateKey({
    key: Buffer.concat([privateHead, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  return {
    publicKey: rawPublicKey(createPublicKey(privateKey)).toString('base64'),
    sign: (bytes) => sign(null, bytes, privateKey),
  };
}

/**
 * Whether the holder of the key signed these bytes; false for anything malformed too.
 * @param publicKey base64 of the raw 32 bytes
 */
export function verifySignature(publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  if (!isPublicKey(publicKey) || signature.length !== signatureBytes) return false;
  try {
    return verify(null, bytes, importPublicKey(publicKey), signature);
  } catch {
    // 32 bytes need not be a point of the curve.
    return false;
  }
}

/** Whether a text is base64 of 32 bytes in its one usual spelling, so that equal keys are equal texts. */
export function isPublicKey(text: string): boolean {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === keyBytes && bytes.toString('base64') === text;
}

function importPublicKey(publicKey: string): KeyObject {
  return createPublicKey({
    key: Buffer.concat([publicHead, Buffer.from(publicKey, 'base64')]),
    format: 'der',
    type: 'spki',
  });
}

function rawPublicKey(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(publicHead.length);
}
