import { inflateRawSync } from 'node:zlib';
import { packageLimits } from '#shared/format/package/limits.ts';
import { readDocument, recogniseManifest, type PackageContent } from '#shared/format/package/readContent.ts';
import type { ImportReader } from '../../db/importTable.ts';

/** A received package as it is kept: what it says, and the bytes that say it. */
export interface KeptContent extends PackageContent {
  readonly manifestBytes: Uint8Array;
  readonly signatureBytes: Uint8Array;
  readonly documentBytes: Uint8Array;
}

/**
 * Undefined for a package that brought nothing, of which nothing is kept. Throws where what is kept is not what was
 * verified when it came in.
 */
export function readKeptContent(reader: ImportReader, packageNumber: number): KeptContent | undefined {
  const kept = reader.readPackageContent(packageNumber);
  if (!kept) return undefined;
  const documentBytes = inflateRawSync(kept.document, { maxOutputLength: packageLimits.document });
  const recognised = recogniseManifest(Buffer.from(kept.manifest).toString('utf8'));
  const content = recognised.ok ? readDocument(recognised.value, documentBytes.toString('utf8')) : recognised;
  if (!content.ok) throw new Error(`A kept package cannot be read: ${JSON.stringify(content.errors)}`);
  return {
    ...content.value,
    manifestBytes: kept.manifest,
    signatureBytes: kept.manifestSignature,
    documentBytes,
  };
}
