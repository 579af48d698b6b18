import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { makeSigningKey, type SigningKey } from '../../electron/backend/files/keys/signatures.ts';

/** Makes a new release key: the secret half into a file of its owner alone, the public half into the app's list. */
export function makeReleaseKey(secretFile: string, publicListFile: string): SigningKey {
  const seed = randomBytes(32);
  writeFileSync(secretFile, `${seed.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  const key = makeSigningKey(seed);
  const known = JSON.parse(readFileSync(publicListFile, 'utf8')) as readonly string[];
  writeFileSync(publicListFile, `${JSON.stringify([...known, key.publicKey], null, 2)}\n`);
  return key;
}

/** Throws where the file is no release key. */
export function readReleaseKey(secretFile: string): SigningKey {
  return makeSigningKey(Buffer.from(readFileSync(secretFile, 'utf8').trim(), 'base64'));
}
