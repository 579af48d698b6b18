import { inflateRawSync } from 'node:zlib';
import { keyOfDot } from '#shared/domain/merge/change.ts';
import { toChanges } from '#shared/format/package/changeLog.ts';
import { packageLimits } from '#shared/format/package/limits.ts';
import type { Manifest } from '#shared/format/package/newest.ts';
import { readDocument, recogniseManifest } from '#shared/format/package/readContent.ts';
import type { ImportReader, ReceivedPackage } from '../../db/importTable.ts';
import type { StoredFile } from '../../files/evidenceStore.ts';
import { filesOfEntries } from './filesOfEntries.ts';

/** A package of somebody else as it was received: manifest, signature and document to the byte. */
export interface KeptPackage {
  readonly fileName: string;
  readonly manifest: Manifest;
  readonly manifestBytes: Uint8Array;
  readonly signatureBytes: Uint8Array;
  readonly documentBytes: Uint8Array;
  readonly evidence: readonly Pick<StoredFile, 'sha256' | 'size'>[];
}

/**
 * The packages from which an assessment was made up, oldest first, without those that later ones contain wholly.
 * Throws where what is kept is not what was verified when it came in.
 */
export function readKeptPackages(reader: ImportReader, assessment: number): readonly KeptPackage[] {
  const seen = new Set<string>();
  const needed: KeptPackage[] = [];
  for (const received of reader.listPackagesOfAssessment(assessment).toReversed()) {
    const kept = readKept(reader, received);
    if (!kept) continue;
    const news = kept.marks.filter((mark) => !seen.has(mark));
    for (const mark of news) seen.add(mark);
    if (news.length > 0) needed.unshift(kept.original);
  }
  return needed;
}

function readKept(reader: ImportReader, { number, fileName }: ReceivedPackage) {
  const content = reader.readPackageContent(number);
  if (!content) return undefined;
  const documentBytes = inflateRawSync(content.document, { maxOutputLength: packageLimits.document });
  const { manifest, marks } = readContent(content.manifest, documentBytes);
  return {
    original: {
      fileName,
      manifest,
      manifestBytes: content.manifest,
      signatureBytes: content.manifestSignature,
      documentBytes,
      evidence: filesOfEntries(manifest),
    },
    marks,
  };
}

/** What a package says, as marks to be compared: its edits, its signatures and whether they were recalled. */
function readContent(manifestBytes: Uint8Array, documentBytes: Uint8Array) {
  const recognised = recogniseManifest(Buffer.from(manifestBytes).toString('utf8'));
  const content = recognised.ok
    ? readDocument(recognised.value, Buffer.from(documentBytes).toString('utf8'))
    : recognised;
  if (!content.ok) throw new Error(`A kept package cannot be read: ${JSON.stringify(content.errors)}`);
  const { manifest, document } = content.value;
  if (document.kind !== 'assessment' && document.kind !== 'review') return { manifest, marks: [] };
  const changes = toChanges(document);
  if (!changes.ok) throw new Error(`A kept package cannot be read: ${JSON.stringify(changes.errors)}`);
  const signatures = document.signatures.map(
    ({ id, recall }) => `${id} ${recall === null ? '' : 'recalled'}`,
  );
  return { manifest, marks: [...changes.value.map(({ dot }) => keyOfDot(dot)), ...signatures] };
}
