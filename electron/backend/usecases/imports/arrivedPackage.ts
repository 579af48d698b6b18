import { deflateRawSync } from 'node:zlib';
import type { Change } from '#shared/domain/merge/change.ts';
import { partByStage } from '#shared/domain/merge/stageOwners.ts';
import type { Result } from '#shared/errors/result.ts';
import { toChanges } from '#shared/format/package/changeLog.ts';
import type { Manifest, PackageDocument } from '#shared/format/package/newest.ts';
import type { PackageContent } from '../../db/importTable.ts';
import type { OpenedPackage } from '../../files/package/readPackage.ts';
import { digestOfLog } from './digestOfLog.ts';

/** A verified package as an import judges and keeps it; plain data, which threads can hand to each other. */
export interface ArrivedPackage extends Pick<
  OpenedPackage,
  'manifest' | 'publicKey' | 'fileSha256' | 'fileSize'
> {
  readonly document: ArrivedDocument;
  readonly content: PackageContent;
}

type LogDocument = Extract<PackageDocument, { readonly kind: 'assessment' | 'review' }>;
type ArrivedForm<Document> = Document extends LogDocument
  ? Omit<Document, 'replicas' | 'changes'> & ArrivedEdits
  : Document;

/** A document; an assessment or a review has its edits in the words of the domain. */
export type ArrivedDocument = ArrivedForm<PackageDocument>;
export type ArrivedLog = ArrivedForm<LogDocument>;

interface ArrivedEdits {
  /** In the order of the document. Errors: those of `toChanges`. */
  readonly changes: Result<readonly Change[]>;
  /** `digestOfLog` of the self edits; null where nothing is signed, or something is left out. */
  readonly digest: string | null;
}

/** Prepares for an import all that can be prepared without knowing what is here. */
export function toArrived(opened: OpenedPackage): ArrivedPackage {
  const { manifest, publicKey, fileSha256, fileSize } = opened;
  const { manifestBytes, signatureBytes, packedDocument, documentBytes } = opened;
  return {
    manifest,
    publicKey,
    fileSha256,
    fileSize,
    document: toArrivedDocument(opened.document, manifest.subject),
    content: {
      manifest: alone(manifestBytes),
      manifestSignature: alone(signatureBytes),
      document: packedDocument ? alone(packedDocument) : deflateRawSync(documentBytes),
    },
  };
}

/** A part of a larger buffer would take all of it along. */
function alone(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}

function toArrivedDocument(document: PackageDocument, subject: Manifest['subject']): ArrivedDocument {
  if (document.kind !== 'assessment' && document.kind !== 'review') return document;
  const { replicas, changes: written, ...others } = document;
  const changes = toChanges({ replicas, changes: written });
  const isSigned = changes.ok && subject && !subject.masked && others.signatures.length > 0;
  return { ...others, changes, digest: isSigned ? digestOfSelf(changes.value, subject) : null };
}

/** What a file says of other stages must not change what was signed. */
function digestOfSelf(changes: readonly Change[], subject: NonNullable<Manifest['subject']>): string {
  const { unit, period, criteriaSet } = subject;
  const frame = { unitCode: unit.code, period, setDigest: criteriaSet.digest };
  return digestOfLog(frame, partByStage(changes, ['self']).owned);
}
