import { hash, randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { succeed, type Result } from '#shared/errors/result.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import type { Manifest, ManifestDraft, PackageDocument } from '#shared/format/package/newest.ts';
import { newestVersion } from '#shared/format/package/versions.ts';
import { onStorageLater } from '../../db/storageFailure.ts';
import { encryptFile, type Encryption, type Unlock } from '../keys/age.ts';
import type { SigningKey } from '../keys/signatures.ts';
import { measureFile } from '../measureFile.ts';
import { syncFile, syncFolder } from '../syncFolder.ts';
import { documentName, evidencePath, packagePath } from './entryNames.ts';
import { readPackage, type OpenedPackage } from './readPackage.ts';
import { zipPackage, type AttachedFile } from './zipPackage.ts';

export type { AttachedFile } from './zipPackage.ts';

export interface WriteOptions {
  /** Where the package shall lie; a file that is there is replaced. */
  readonly target: string;
  readonly manifest: ManifestDraft;
  readonly document: PackageDocument;
  /** Files behind the evidence; for a bundle its packages. */
  readonly evidence: readonly AttachedFile[];
  readonly key: SigningKey;
  readonly encryption: Encryption | null;
  /** Opens the encrypted file for reading it back: for recipients, an identity of one of them. */
  readonly unlock?: Unlock;
}

/** A package that lies at its place, was read back and verified. */
export interface WrittenPackage {
  /** Of the whole file. */
  readonly sha256: string;
  readonly size: number;
  /** What stood in it when it was read back. */
  readonly manifest: Manifest;
  readonly document: PackageDocument;
}

/**
 * Writes a package beside its target, reads it back, verifies it and puts it in place with one rename; equal input
 * gives equal bytes, unless it is encrypted. An encrypted package is verified before it is encrypted, and read back
 * once more where it can be opened. Errors: `package-too-large`, `package-too-many-entries`, `package-document-invalid` and
 * its like where the content breaks the format's rules, `evidence-file-missing`, those of `encryptFile` and of the storage.
 */
export function writePackage(options: WriteOptions): Promise<Result<WrittenPackage>> {
  return onStorageLater(options.target, async () => {
    const plain = `${options.target}.${randomUUID()}.new`;
    const sealed = `${plain}.age`;
    try {
      const written = await writePlain(plain, options);
      if (!written.ok || options.encryption === null) {
        if (written.ok) await putInPlace(plain, options.target);
        return written;
      }
      const encrypted = await writeSealed(plain, sealed, options.encryption, options.unlock);
      if (!encrypted.ok) return encrypted;
      await putInPlace(sealed, options.target);
      return succeed({ ...written.value, ...encrypted.value });
    } finally {
      await rm(plain, { force: true });
      await rm(sealed, { force: true });
    }
  });
}

async function writePlain(target: string, options: WriteOptions): Promise<Result<WrittenPackage>> {
  const { kind, ...content } = options.document;
  const document = Buffer.from(toCanonicalJson(content));
  const attached = attachedEntries(options);
  const manifest = Buffer.from(
    toCanonicalJson({
      ...options.manifest,
      format: 'thuoc-so',
      version: newestVersion,
      kind,
      entries: [
        { path: documentName, size: document.length, sha256: hash('sha256', document, 'hex') },
        ...attached.map(({ path: name, size, sha256 }) => ({ path: name, size, sha256 })),
      ],
    } satisfies Record<keyof Manifest, unknown>),
  );
  const signature = Buffer.from(
    toCanonicalJson({
      algorithm: 'Ed25519',
      publicKey: options.key.publicKey,
      signature: Buffer.from(options.key.sign(manifest)).toString('base64'),
    }),
  );
  const zipped = await zipPackage(target, { manifest, signature, document, attached });
  if (!zipped.ok) return zipped;
  syncFile(target);
  const read = await readPackage(target, {
    unlock: { passphrase: null, identities: [] },
    keepEvidence: null,
  });
  return read.ok ? succeed(toWritten(read.value)) : read;
}

type AttachedEntry = AttachedFile & { readonly path: string };

/** Each once, in the order of their names. */
function attachedEntries({ document, evidence }: WriteOptions): readonly AttachedEntry[] {
  const pathOf = document.kind === 'bundle' ? packagePath : evidencePath;
  const byPath = new Map(evidence.map((one) => [pathOf(one.sha256), one]));
  return [...byPath].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => ({ ...one, path: name }));
}

async function writeSealed(
  plain: string,
  sealed: string,
  encryption: Encryption,
  unlock: Unlock | undefined,
): Promise<Result<Pick<WrittenPackage, 'sha256' | 'size'>>> {
  const encrypted = await encryptFile(plain, sealed, encryption);
  if (!encrypted.ok) return encrypted;
  const opening =
    unlock ??
    (encryption.kind === 'passphrase' ? { passphrase: encryption.passphrase, identities: [] } : undefined);
  if (opening) {
    const read = await readPackage(sealed, { unlock: opening, keepEvidence: null });
    return read.ok ? succeed({ sha256: read.value.fileSha256, size: read.value.fileSize }) : read;
  }
  return succeed(await measureFile(sealed));
}

/** What is told of a package that was read back. */
export function toWritten({ fileSha256, fileSize, manifest, document }: OpenedPackage): WrittenPackage {
  return { sha256: fileSha256, size: fileSize, manifest, document };
}

async function putInPlace(file: string, target: string): Promise<void> {
  await rename(file, target);
  syncFolder(path.dirname(target));
}
