import { hash } from 'node:crypto';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { PackageLimits } from '#shared/format/package/limits.ts';
import type { Manifest, PackageDocument } from '#shared/format/package/newest.ts';
import {
  checkManifest,
  readDocument,
  readManifestSignature,
  recogniseManifest,
  type RecognisedManifest,
} from '#shared/format/package/readContent.ts';
import { verifySignature } from '../keys/signatures.ts';
import type { ByteSource } from './byteSource.ts';
import {
  checkDeclared,
  checkEntryNames,
  documentName,
  manifestName,
  signatureName,
  tooLarge,
} from './entryNames.ts';
import { digestEntry, unpackWhole } from './unpackEntry.ts';
import { readEntries, readFirstEntry, type ZipEntry } from './zipEntries.ts';
import { locateDirectory, type DirectoryPlace } from './zipRecords.ts';

/** What a package says, when all of it has been verified. */
export interface VerifiedPackage {
  /** In the newest shape, as is `document`. */
  readonly manifest: Manifest;
  /** Exactly what was signed. */
  readonly manifestBytes: Buffer;
  readonly manifestSha256: string;
  /** `manifest.sig`. */
  readonly signatureBytes: Buffer;
  /** Base64 of the raw key that signed. */
  readonly publicKey: string;
  readonly documentBytes: Buffer;
  /** The same as it stands in the file, deflated; null where it is only stored. */
  readonly packedDocument: Buffer | null;
  readonly document: PackageDocument;
  /** Files of evidence, or packages of a bundle, in the order of the file. */
  readonly attached: readonly ZipEntry[];
}

/**
 * Verifies a plain package that has been recognised by its start, in the order of design §7. Errors: every
 * `package-…`, each with the entry as place where there is one.
 */
export async function openPackage(
  source: ByteSource,
  limits: PackageLimits,
): Promise<Result<VerifiedPackage>> {
  const head = readHead(source, limits);
  if (!head.ok) return head;
  const { recognised, place, bytes: manifestBytes, text } = head.value;
  if (source.size > limits.file) return tooLarge(limits.file);
  const entries = readEntries(source, place, limits);
  if (!entries.ok) return entries;
  const named = checkEntryNames(entries.value, limits);
  if (!named.ok) return named;
  const manifest = checkManifest(recognised, text);
  if (!manifest.ok) return manifest;
  const declared = checkDeclared(manifest.value, named.value);
  if (!declared.ok) return declared;
  const document = await checkDigests(source, manifest.value, named.value);
  if (!document.ok) return document;
  const signature = checkSignature(source, named.value, manifestBytes);
  if (!signature.ok) return signature;
  const documentText = decode(document.value);
  if (documentText === undefined)
    return failWith('package-document-invalid', { reason: 'UTF-8' }, documentName);
  const content = readDocument(recognised, documentText);
  if (!content.ok) return content;
  return succeed({
    ...content.value,
    ...signature.value,
    manifestBytes,
    manifestSha256: hash('sha256', manifestBytes, 'hex'),
    documentBytes: document.value,
    packedDocument: packedOf(source, named.value.get(documentName)),
    attached: entries.value.filter(({ name }) => name.includes('/')),
  });
}

interface PackageHead {
  readonly recognised: RecognisedManifest;
  readonly place: DirectoryPlace;
  readonly bytes: Buffer;
  readonly text: string;
}

/** The manifest alone, which says in every version whose file this is and of which version. */
export function readHead(source: ByteSource, limits: PackageLimits): Result<PackageHead> {
  const place = locateDirectory(source);
  if (!place.ok) return place;
  const first = readFirstEntry(source, place.value);
  if (!first.ok) return first;
  if (first.value.name !== manifestName) return failWith('package-damaged', {}, manifestName);
  if (first.value.size > limits.manifest) return tooLarge(limits.manifest, manifestName);
  const bytes = unpackWhole(source, first.value);
  if (!bytes.ok) return bytes;
  const text = decode(bytes.value);
  if (text === undefined) return failWith('package-damaged', {}, manifestName);
  const recognised = recogniseManifest(text);
  if (!recognised.ok) return recognised;
  return succeed({ recognised: recognised.value, place: place.value, bytes: bytes.value, text });
}

/** Compares every digest; gives the document's bytes, which are small enough to hold. */
async function checkDigests(
  source: ByteSource,
  manifest: Manifest,
  entries: ReadonlyMap<string, ZipEntry>,
): Promise<Result<Buffer>> {
  let documentBytes: Buffer | undefined;
  for (const { path, sha256 } of manifest.entries) {
    const entry = entries.get(path);
    if (!entry) return failWith('package-entry-missing', {}, path);
    if (path === documentName) {
      const content = unpackWhole(source, entry);
      if (!content.ok) return content;
      documentBytes = content.value;
      if (hash('sha256', documentBytes, 'hex') !== sha256) return failWith('package-digest-wrong', {}, path);
    } else {
      const digest = await digestEntry(source, entry);
      if (!digest.ok) return digest;
      if (digest.value !== sha256) return failWith('package-digest-wrong', {}, path);
    }
  }
  return documentBytes ? succeed(documentBytes) : failWith('package-entry-missing', {}, documentName);
}

function packedOf(source: ByteSource, entry: ZipEntry | undefined): Buffer | null {
  return entry?.isDeflated ? source.read(entry.start, entry.packedSize) : null;
}

function checkSignature(
  source: ByteSource,
  entries: ReadonlyMap<string, ZipEntry>,
  manifestBytes: Buffer,
): Result<Pick<VerifiedPackage, 'signatureBytes' | 'publicKey'>> {
  const entry = entries.get(signatureName);
  if (!entry) return failWith('package-entry-missing', {}, signatureName);
  const bytes = unpackWhole(source, entry);
  if (!bytes.ok) return bytes;
  const signature = readManifestSignature(decode(bytes.value) ?? '');
  if (!signature.ok) return signature;
  const { publicKey } = signature.value;
  const isRight = verifySignature(publicKey, manifestBytes, Buffer.from(signature.value.signature, 'base64'));
  return isRight
    ? succeed({ signatureBytes: bytes.value, publicKey })
    : failWith('package-signature-wrong', {}, signatureName);
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Undefined for what is no UTF-8. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}
