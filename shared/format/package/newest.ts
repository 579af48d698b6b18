import type { z } from 'zod';
import { v2 } from './versions/v2.ts';

/** The version that is written; what is read is brought into its shape. */
export const newest = v2;

export type Manifest = z.infer<typeof v2.manifest>;
export type PackageKind = Manifest['kind'];
export type PackageSubject = NonNullable<Manifest['subject']>;
export type PackageSender = Manifest['sender'];
export type ManifestEntry = Manifest['entries'][number];

/** A manifest before its entries are known. */
export type ManifestDraft = DraftOf<Manifest>;
type DraftOf<T> = T extends Manifest ? Omit<T, 'format' | 'version' | 'entries'> : never;

/** `manifest.sig`. */
export type ManifestSignature = z.infer<typeof v2.signature>;

/** `document.json` of each kind. */
export interface Documents {
  assessment: z.infer<typeof v2.documents.assessment>;
  review: z.infer<typeof v2.documents.review>;
  receipt: z.infer<typeof v2.documents.receipt>;
  'criteria-set': z.infer<(typeof v2.documents)['criteria-set']>;
  bundle: z.infer<typeof v2.documents.bundle>;
}

export type AssessmentDocument = Documents['assessment'];
export type ReviewDocument = Documents['review'];
/** What a review gives back of the scores, where it does. */
export type ReviewResult = NonNullable<ReviewDocument['result']>;
export type ReceiptDocument = Documents['receipt'];
export type CriteriaSetDocument = Documents['criteria-set'];
export type BundleDocument = Documents['bundle'];
export type SignatureEntry = AssessmentDocument['signatures'][number];

/** A document with the kind that its manifest names. */
export type PackageDocument = {
  [Kind in PackageKind]: { readonly kind: Kind } & Documents[Kind];
}[PackageKind];
