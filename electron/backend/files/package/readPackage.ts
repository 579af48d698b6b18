import { createHash, hash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { failWith, fail, succeed, type Result } from '#shared/errors/result.ts';
import { packageLimits, type PackageLimits } from '#shared/format/package/limits.ts';
import { onStorageLater } from '../../db/storageFailure.ts';
import type { EvidenceStore } from '../evidenceStore.ts';
import { decryptFile, type Unlock } from '../keys/age.ts';
import { openSource, SourceFailure, type ByteSource } from './byteSource.ts';
import { digestInName, tooLarge } from './entryNames.ts';
import { openPackage, type VerifiedPackage } from './openPackage.ts';
import { recogniseStart } from './recogniseStart.ts';
import { makeWorkingFolder } from '../workingFolder.ts';
import { UnpackingRefused, unpackPieces } from './unpackEntry.ts';

export interface ReadOptions {
  readonly unlock: Unlock;
  /** Where files of evidence go when everything has been verified; null leaves them where they are. */
  readonly keepEvidence: Pick<EvidenceStore, 'addBytes'> | null;
  /** Asked when everything has been verified and there is evidence; left out: evidence is always kept. */
  readonly mayKeepEvidence?: (opened: OpenedPackage) => Result<boolean>;
  readonly limits?: PackageLimits;
}

/** A package of which everything has been verified that can be verified without knowing anything else. */
export interface OpenedPackage extends VerifiedPackage {
  /** Of the file as it arrived, encrypted or not. */
  readonly fileSha256: string;
  readonly fileSize: number;
  readonly wasEncrypted: boolean;
}

/**
 * Reads and verifies a package; the file is never changed, and nothing is kept before all of it has been verified.
 * Errors: every `package-…`, those of `decryptFile`, `file-not-found`, `file-unreadable`, and those of the storage.
 */
export function readPackage(file: string, options: ReadOptions): Promise<Result<OpenedPackage>> {
  const limits = options.limits ?? packageLimits;
  return withPlainSource(file, options.unlock, limits, async (source, describeFile) => {
    const opened = await openPackage(source, limits);
    if (!opened.ok) return opened;
    const read: OpenedPackage = { ...opened.value, ...(await describeFile()) };
    if (options.keepEvidence && bringsEvidence(read)) {
      const allowed = options.mayKeepEvidence?.(read) ?? succeed(true);
      const kept =
        allowed.ok && allowed.value ? await keepFrom(source, read.attached, options.keepEvidence) : allowed;
      if (!kept.ok) return kept;
    }
    return succeed(read);
  });
}

/**
 * The same for a package that is not encrypted, of which nothing is kept. Errors: those of `readPackage`, and
 * `passphrase-needed` for one that is encrypted in any way.
 */
export function readPlainPackage(file: string): Promise<Result<OpenedPackage>> {
  return withSource(file, async (source) => {
    const start = recogniseStart(source);
    if (!start.ok) return start;
    if (start.value === 'encrypted') return failWith('passphrase-needed');
    const opened = await openPackage(source, packageLimits);
    if (!opened.ok) return opened;
    const fileSha256 = await digestOfSource(source);
    return succeed({ ...opened.value, fileSha256, fileSize: source.size, wasEncrypted: false });
  });
}

/** Whether a package has files of evidence with it. */
export function bringsEvidence({
  attached,
  manifest,
}: Pick<VerifiedPackage, 'attached' | 'manifest'>): boolean {
  return attached.length > 0 && manifest.kind !== 'bundle';
}

/**
 * Keeps the evidence of a package that `readPlainPackage` has verified. Whatever has become of the file meanwhile: only
 * bytes with the verified digests are kept. Errors: `package-digest-wrong`, `file-not-found`, `file-unreadable`, and
 * those of the storage.
 */
export function keepEvidence(
  file: string,
  attached: VerifiedPackage['attached'],
  store: Pick<EvidenceStore, 'addBytes'>,
): Promise<Result<null>> {
  return withSource(file, (source) => keepFrom(source, attached, store));
}

/** What is known of the file itself; its digest is asked for last, for what is refused does not need it. */
type ReceivedFile = Pick<OpenedPackage, 'fileSha256' | 'fileSize' | 'wasEncrypted'>;

/**
 * Opens a file, decrypting it into a temporary folder where need be, and closes and clears away everything afterwards.
 */
export async function withPlainSource<T>(
  file: string,
  unlock: Unlock,
  limits: PackageLimits,
  work: (source: ByteSource, describeFile: () => Promise<ReceivedFile>) => Promise<Result<T>>,
): Promise<Result<T>> {
  return withSource(file, async (source) => {
    const start = recogniseStart(source);
    if (!start.ok) return start;
    // The encrypted form is a little longer: 16 bytes for each 64 KiB, and a head.
    if (source.size > limits.file * 1.01) return tooLarge(limits.file);
    const describeFile = async () => ({
      fileSha256: await digestOfSource(source),
      fileSize: source.size,
      wasEncrypted: start.value === 'encrypted',
    });
    if (start.value === 'package') return work(source, describeFile);
    return decrypted(file, unlock, limits, (plain) => work(plain, describeFile));
  });
}

async function withSource<T>(
  file: string,
  work: (source: ByteSource) => Promise<Result<T>>,
): Promise<Result<T>> {
  const source = await openSource(file);
  if (!source.ok) return source;
  try {
    return await work(source.value);
  } catch (error) {
    if (error instanceof UnpackingRefused) return fail([error.error]);
    if (!(error instanceof SourceFailure)) throw error;
    return failWith('file-unreadable', { path: file, reason: error.message });
  } finally {
    await source.value.close();
  }
}

function decrypted<T>(
  file: string,
  unlock: Unlock,
  limits: PackageLimits,
  work: (source: ByteSource) => Promise<Result<T>>,
): Promise<Result<T>> {
  const parent = unlock.workingFolder ?? tmpdir();
  return onStorageLater(parent, async () => {
    const folder = makeWorkingFolder(parent);
    try {
      const plain = path.join(folder, 'plain');
      const opened = await decryptFile(file, plain, unlock, limits.file);
      if (!opened.ok) return opened;
      return await withSource(plain, async (source) => {
        const start = recogniseStart(source);
        if (!start.ok) return start;
        return start.value === 'package' ? work(source) : failWith('package-nested');
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

const oneShotBytes = 8 * 1024 * 1024;

async function digestOfSource(source: ByteSource): Promise<string> {
  if (source.size <= oneShotBytes) return hash('sha256', source.read(0, source.size), 'hex');
  const digest = createHash('sha256');
  for await (const piece of source.readPieces(0, source.size)) digest.update(piece);
  return digest.digest('hex');
}

async function keepFrom(
  source: ByteSource,
  attached: VerifiedPackage['attached'],
  store: Pick<EvidenceStore, 'addBytes'>,
): Promise<Result<null>> {
  for (const entry of attached) {
    const sha256 = digestInName(entry.name) ?? '';
    const kept = await store.addBytes(sha256, unpackPieces(source, entry));
    if (!kept.ok) return kept;
    // Somebody wrote into the file while it was being read.
    if (kept.value.sha256 !== sha256) return failWith('package-digest-wrong', {}, entry.name);
  }
  return succeed(null);
}
