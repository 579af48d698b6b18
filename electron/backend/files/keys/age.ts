import { open, type FileHandle } from 'node:fs/promises';
import type { Decrypter } from 'age-encryption';
import { collect, failWith, succeed, type Result } from '#shared/errors/result.ts';
import { isRecipient } from './ageKeys.ts';
import { readAgeHeader } from './ageHeader.ts';

/** For whom a file is encrypted. */
export type Encryption =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | {
      readonly kind: 'recipients';
      /** `age1…`, at least one. */
      readonly recipients: readonly string[];
    };

/** What may open an encrypted file. */
export interface Unlock {
  readonly passphrase: string | null;
  /** `AGE-SECRET-KEY-1…` */
  readonly identities: readonly string[];
  /** Where what was decrypted or unpacked lies for a moment; the system's folder for temporary files unless told. */
  readonly workingFolder?: string;
}

/**
 * 2^16 needs 64 MiB for a second on an old PC and lets an attacker try few passphrases; the `age` program's own
 * 2^18 would need 256 MiB there.
 */
const scryptWorkFactor = 16;

/** Errors: `passphrase-missing`, `recipient-malformed` {recipient} for each. */
export function checkEncryption(encryption: Encryption): Result<Encryption> {
  if (encryption.kind === 'passphrase')
    return encryption.passphrase === '' ? failWith('passphrase-missing') : succeed(encryption);
  const checked = collect(
    encryption.recipients.map((recipient) =>
      isRecipient(recipient)
        ? succeed(recipient)
        : failWith('recipient-malformed', { recipient: recipient.slice(0, 80) }),
    ),
  );
  if (!checked.ok) return checked;
  return checked.value.length === 0
    ? failWith('recipient-malformed', { recipient: '' })
    : succeed(encryption);
}

/**
 * Encrypts a file into a new one, which the `age` program opens too; durable when this returns. Never more than
 * some pieces of 64 KiB are in memory. Errors: those of `checkEncryption`; throws what the file system throws.
 */
export async function encryptFile(
  source: string,
  target: string,
  encryption: Encryption,
): Promise<Result<null>> {
  const checked = checkEncryption(encryption);
  if (!checked.ok) return checked;
  const { Encrypter } = await loadAge();
  const encrypter = new Encrypter();
  if (encryption.kind === 'passphrase') {
    encrypter.setPassphrase(toPassphrase(encryption.passphrase));
    encrypter.setScryptWorkFactor(scryptWorkFactor);
  } else for (const recipient of encryption.recipients) encrypter.addRecipient(recipient);
  return await betweenFiles(source, target, async (from, to) => {
    await writeAll(to, await encrypter.encrypt(readPieces(from)));
    return succeed(null);
  });
}

/**
 * Decrypts a file into a new one. What was written before an error is worth nothing; the caller deletes it. Errors:
 * `passphrase-needed` and `passphrase-wrong`, `not-a-recipient`, `encryption-unsupported`, `package-damaged`,
 * `package-too-large` {limit in MB}; throws what the file system throws.
 * @param limitBytes of what comes out
 */
export async function decryptFile(
  source: string,
  target: string,
  unlock: Unlock,
  limitBytes: number,
): Promise<Result<null>> {
  return await betweenFiles(source, target, async (from, to) => {
    const header = await readAgeHeader(from);
    if (!header.ok) return header;
    const { kind } = header.value;
    if (kind === 'passphrase' && unlock.passphrase === null) return failWith('passphrase-needed');
    const { Decrypter } = await loadAge();
    const decrypter = new Decrypter();
    if (kind === 'passphrase') decrypter.addPassphrase(toPassphrase(unlock.passphrase ?? ''));
    else for (const identity of unlock.identities) decrypter.addIdentity(identity);
    const opened = await openStream(decrypter, readPieces(from));
    if (opened === 'no-key') return failWith(kind === 'passphrase' ? 'passphrase-wrong' : 'not-a-recipient');
    if (opened === 'damaged') return failWith('package-damaged');
    return await copyPlaintext(to, opened, limitBytes);
  });
}

/** Whether a file begins as age files do. @param start at least its first 21 bytes, if it has as many */
export function isAgeFile(start: Uint8Array): boolean {
  return Buffer.from(start.subarray(0, ageMark.length)).equals(ageMark);
}

/** The library takes a quarter of a second to load; only who encrypts or decrypts waits for it. */
function loadAge(): Promise<typeof import('age-encryption')> {
  return import('age-encryption');
}

const ageMark = Buffer.from('age-encryption.org/v1');

/** Vietnamese letters can be typed in two forms that look the same; the `age` program takes bytes as typed, mostly NFC. */
function toPassphrase(typed: string): string {
  return typed.normalize('NFC');
}

async function openStream(
  decrypter: Decrypter,
  bytes: ReadableStream<Uint8Array>,
): Promise<ReadableStream<Uint8Array> | 'no-key' | 'damaged'> {
  try {
    return await decrypter.decrypt(bytes);
  } catch (error) {
    rethrowUnlessOfContent(error);
    return error instanceof Error && error.message.startsWith('no identity matched') ? 'no-key' : 'damaged';
  }
}

async function copyPlaintext(
  to: FileHandle,
  bytes: ReadableStream<Uint8Array>,
  limitBytes: number,
): Promise<Result<null>> {
  try {
    const isWithin = await writeAll(to, bytes, limitBytes);
    return isWithin
      ? succeed(null)
      : failWith('package-too-large', { limit: Math.floor(limitBytes / 1024 / 1024) });
  } catch (error) {
    rethrowUnlessOfContent(error);
    return failWith('package-damaged');
  }
}

/** The library throws plain errors for bad content; the file system's have a code. */
function rethrowUnlessOfContent(error: unknown): void {
  if (!(error instanceof Error) || 'code' in error) throw error;
}

async function betweenFiles(
  source: string,
  target: string,
  work: (from: FileHandle, to: FileHandle) => Promise<Result<null>>,
): Promise<Result<null>> {
  const from = await open(source, 'r');
  try {
    const to = await open(target, 'wx', 0o600);
    try {
      const done = await work(from, to);
      if (done.ok) await to.sync();
      return done;
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

const pieceBytes = 256 * 1024;

function readPieces(file: FileHandle): ReadableStream<Uint8Array> {
  let position = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const piece = new Uint8Array(pieceBytes);
        const { bytesRead } = await file.read(piece, 0, pieceBytes, position);
        position += bytesRead;
        if (bytesRead === 0) controller.close();
        else controller.enqueue(piece.subarray(0, bytesRead));
      },
    },
    { highWaterMark: 1 },
  );
}

/** False as soon as more would come than allowed. */
async function writeAll(
  file: FileHandle,
  bytes: ReadableStream<Uint8Array>,
  limitBytes = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  let size = 0;
  for await (const piece of bytes) {
    size += piece.length;
    if (size > limitBytes) return false;
    await file.writeFile(piece);
  }
  return true;
}
