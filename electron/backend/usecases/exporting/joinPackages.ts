import type { Result } from '#shared/errors/result.ts';
import type { BundleDocument, PackageSubject } from '#shared/format/package/newest.ts';
import { packagePath } from '../../files/package/entryNames.ts';
import { writePackage, type AttachedFile, type WrittenPackage } from '../../files/package/writePackage.ts';
import type { ManifestHead } from './gatherExport.ts';
import type { ExportTarget } from './writeOwnPackage.ts';

/** A package on its way into a bundle. */
export interface BundlePart extends AttachedFile {
  readonly fileName: string;
  readonly subject: PackageSubject | null;
}

/** Puts plain packages together in one signed file. Errors: those of `writePackage`. */
export async function joinPackages(
  head: ManifestHead,
  parts: readonly BundlePart[],
  { file, key, encryption, unlock }: ExportTarget,
): Promise<Result<WrittenPackage>> {
  const packages: BundleDocument['packages'] = parts.map(({ sha256, fileName, subject }) => ({
    path: packagePath(sha256),
    fileName,
    subject,
  }));
  const written = await writePackage({
    target: file,
    manifest: { ...head, kind: 'bundle', subject: null },
    document: { kind: 'bundle', packages },
    evidence: parts,
    key,
    encryption,
    unlock,
  });
  if (!written.ok) return written;
  const { document } = written.value;
  if (document.kind !== 'bundle' || document.packages.length !== parts.length)
    throw new Error('The bundle does not hold what was to be written');
  return written;
}
