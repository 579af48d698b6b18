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

const known = new Map<string, KeyObject>();
const knownAtMost = 1000;

/** Files of one unit come one after the other. */
function importPublicKey(publicKey: string): KeyObject {
  const before = known.get(publicKey);
  if (before) return before;
  if (known.size >= knownAtMost) known.clear();
  // As JWK (RFC 8037), which Node reads in two thirds of the time that it needs for DER.
  const x = Buffer.from(publicKey, 'base64').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  known.set(publicKey, key);
  return key;
}

function rawPublicKey(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(publicHead.length);
}
