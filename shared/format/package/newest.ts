import type { z } from 'zod';
import { v1 } from './versions/v1.ts';

/** The version that is written; what is read is brought into its shape. */
export const newest = v1;

export type Manifest = z.infer<typeof v1.manifest>;
export type PackageKind = Manifest['kind'];
export type PackageSubject = NonNullable<Manifest['subject']>;
export type PackageSender = Manifest['sender'];
export type ManifestEntry = Manifest['entries'][number];

/** A manifest before its entries are known. */
export type ManifestDraft = DraftOf<Manifest>;
type DraftOf<T> = T extends Manifest ? Omit<T, 'format' | 'version' | 'entries'> : never;

/** `manifest.sig`. */
export type ManifestSignature = z.infer<typeof v1.signature>;

/** `document.json` of each kind. */
export interface Documents {
  assessment: z.infer<typeof v1.documents.assessment>;
  review: z.infer<typeof v1.documents.review>;
  receipt: z.infer<typeof v1.documents.receipt>;
  'criteria-set': z.infer<(typeof v1.documents)['criteria-set']>;
  bundle: z.infer<typeof v1.documents.bundle>;
}

export type AssessmentDocument = Documents['assessment'];
export type ReviewDocument = Documents['review'];
export type ReceiptDocument = Documents['receipt'];
export type CriteriaSetDocument = Documents['criteria-set'];
export type BundleDocument = Documents['bundle'];
export type SignatureEntry = AssessmentDocument['signatures'][number];

/** A document with the kind that its manifest names. */
export type PackageDocument = {
  [Kind in PackageKind]: { readonly kind: Kind } & Documents[Kind];
}[PackageKind];
