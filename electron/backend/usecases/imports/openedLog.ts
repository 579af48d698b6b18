import type { PackageDocument } from '#shared/format/package/newest.ts';
import type { OpenedPackage } from '../../files/package/readPackage.ts';

/** A package of kind `assessment` or `review`, verified. */
export interface OpenedLog {
  readonly opened: OpenedPackage;
  readonly document: Extract<PackageDocument, { readonly kind: 'assessment' | 'review' }>;
  readonly subject: NonNullable<OpenedPackage['manifest']['subject']>;
}
