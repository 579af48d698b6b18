import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { onStorage } from '../../db/storageFailure.ts';
import { setFileAside } from '../setFileAside.ts';
import { syncFolder } from '../syncFolder.ts';
import { writeDurably } from '../writeDurably.ts';
import { toIdentity, toRecipient } from './ageKeys.ts';
import type { SecretProtection } from './secretProtection.ts';
import { makeSigningKey, type SigningKey } from './signatures.ts';

/** The keys of this installation. */
export interface Keyring extends SigningKey {
  /** `age1…`: who has it can encrypt for this installation. */
  readonly recipient: string;
  /** `AGE-SECRET-KEY-1…`: opens what was encrypted for `recipient`. */
  readonly identity: string;
  /**
   * Public keys under which this data folder signs through another host: the browser host and the command line
   * cannot reveal what the desktop host has protected, and keep a key of their own.
   */
  readonly siblings: readonly string[];
}

/**
 * Opens the keys of a data folder, made at the first use: `keys/installation.json` with mode 0600, or, with a
 * protection, `keys/installation-protected.json`, into which an unprotected one of earlier days is moved.
 *
 * Error `signing-key-unreadable` {file}: the file is damaged or was protected on another machine or account. It is
 * set aside under the name given, and the next opening makes a new key, which others will see as a changed one; so
 * nobody signs with a new key without having been told. Besides it the errors of the storage.
 */
export function openKeyring(dataFolder: string, protection: SecretProtection | null): Result<Keyring> {
  const folder = path.join(dataFolder, 'keys');
  return onStorage(folder, () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const opened = openSecrets(folder, protection);
    if (!opened.ok) return opened;
    return succeed(toKeyring(opened.value, siblingsOf(folder, protection)));
  });
}

/** What the secrets are made of. */
interface Secrets {
  /** Base64 of the 32 bytes from which the Ed25519 key follows. */
  readonly signing: string;
  /** Base64 of the 32 bytes of the X25519 key. */
  readonly encryption: string;
}

const secretsSchema = z.object({ signing: z.base64(), encryption: z.base64() });
const keyFileSchema = z.object({
  format: z.literal('thuoc-so-keys'),
  version: z.literal(1),
  publicKey: z.string(),
  recipient: z.string(),
  /** As they are, or as base64 of what the protection made of their JSON. */
  secrets: z.union([secretsSchema, z.base64()]),
});

type KeyFile = z.infer<typeof keyFileSchema>;

function openSecrets(folder: string, protection: SecretProtection | null): Result<Secrets> {
  const plainFile = path.join(folder, plainName);
  if (protection === null) return readOrMake(plainFile, null);
  const protectedFile = path.join(folder, protectedName);
  if (!existsSync(protectedFile) && existsSync(plainFile)) {
    const known = readSecrets(plainFile, null);
    if (known === null) return setAside(plainFile);
    writeSecrets(protectedFile, known, protection);
    rmSync(plainFile);
    syncFolder(folder);
    return succeed(known);
  }
  return readOrMake(protectedFile, protection);
}

const plainName = 'installation.json';
const protectedName = 'installation-protected.json';

function readOrMake(file: string, protection: SecretProtection | null): Result<Secrets> {
  if (!existsSync(file)) {
    const made = makeSecrets();
    writeSecrets(file, made, protection);
    return succeed(made);
  }
  const known = readSecrets(file, protection);
  return known === null ? setAside(file) : succeed(known);
}

/** Null where they cannot be understood; throws what the file system throws. */
function readSecrets(file: string, protection: SecretProtection | null): Secrets | null {
  const text = readFileSync(file, 'utf8');
  // A copy from a stick or a backup may have come with wider rights.
  if (process.platform !== 'win32') chmodSync(file, 0o600);
  try {
    const { secrets, publicKey, recipient } = keyFileSchema.parse(JSON.parse(text));
    const revealed =
      typeof secrets === 'string'
        ? secretsSchema.parse(JSON.parse(reveal(secrets, protection)))
        : secretsSchema.parse(secrets);
    const ring = toKeyring(revealed, []);
    return ring.publicKey === publicKey && ring.recipient === recipient ? revealed : null;
  } catch {
    return null;
  }
}

function reveal(secrets: string, protection: SecretProtection | null): string {
  if (protection === null) throw new Error('protected by the system');
  return protection.reveal(Buffer.from(secrets, 'base64'));
}

function writeSecrets(file: string, secrets: Secrets, protection: SecretProtection | null): void {
  const { publicKey, recipient } = toKeyring(secrets, []);
  const kept = protection && Buffer.from(protection.protect(JSON.stringify(secrets))).toString('base64');
  const content: KeyFile = {
    format: 'thuoc-so-keys',
    version: 1,
    publicKey,
    recipient,
    secrets: kept ?? secrets,
  };
  writeDurably(file, `${JSON.stringify(content, null, 2)}\n`, 0o600);
}

function makeSecrets(): Secrets {
  return { signing: randomBytes(32).toString('base64'), encryption: randomBytes(32).toString('base64') };
}

function toKeyring({ signing, encryption }: Secrets, siblings: readonly string[]): Keyring {
  const scalar = Buffer.from(encryption, 'base64');
  return {
    ...makeSigningKey(Buffer.from(signing, 'base64')),
    recipient: toRecipient(scalar),
    identity: toIdentity(scalar),
    siblings,
  };
}

function setAside(file: string): Result<never> {
  return failWith('signing-key-unreadable', { file: setFileAside(file) });
}

/** The public key stands readable in a protected file too. */
function siblingsOf(folder: string, protection: SecretProtection | null): readonly string[] {
  const file = path.join(folder, protection === null ? protectedName : plainName);
  if (!existsSync(file)) return [];
  try {
    return [keyFileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).publicKey];
  } catch {
    return [];
  }
}

/** Opens the keys when they are first asked for and then holds them, so that reading alone never makes any. */
export function holdKeyring(dataFolder: string, protection: SecretProtection | null): () => Result<Keyring> {
  let held: Keyring | undefined;
  return () => {
    if (held) return succeed(held);
    const opened = openKeyring(dataFolder, protection);
    if (opened.ok) held = opened.value;
    return opened;
  };
}
