import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { PackageLimits } from '#shared/format/package/limits.ts';
import type { Manifest, PackageKind } from '#shared/format/package/newest.ts';
import { printable, type ZipEntry } from './zipEntries.ts';

export const manifestName = 'manifest.json';
export const signatureName = 'manifest.sig';
export const documentName = 'document.json';

const evidencePattern = /^evidence\/([0-9a-f]{64})$/u;
const packagePattern = /^packages\/([0-9a-f]{64})\.thuocso$/u;

/** Where a file of evidence stands in a package. */
export function evidencePath(sha256: string): string {
  return `evidence/${sha256}`;
}

/** Where a package stands in a bundle. */
export function packagePath(sha256: string): string {
  return `packages/${sha256}.thuocso`;
}

/** The digest that the name of a file of evidence or of a package within a bundle holds. */
export function digestInName(name: string): string | undefined {
  return (evidencePattern.exec(name) ?? packagePattern.exec(name))?.[1];
}

/**
 * Entries by name: each name one of ours, none twice, none larger than it may be and none packed like a bomb.
 * Errors: `package-entry-name`, `package-entry-repeated`, `package-too-large`, `package-bomb`.
 */
export function checkEntryNames(
  entries: readonly ZipEntry[],
  limits: PackageLimits,
): Result<ReadonlyMap<string, ZipEntry>> {
  const byName = new Map<string, ZipEntry>();
  let attached = 0;
  for (const entry of entries) {
    const limit = limitOf(entry.name, limits);
    if (limit === undefined) return failWith('package-entry-name', {}, printable(entry.name));
    if (byName.has(entry.name)) return failWith('package-entry-repeated', {}, entry.name);
    if (entry.size > limit) return tooLarge(limit, entry.name);
    if (digestInName(entry.name) !== undefined) attached += entry.size;
    if (attached > limits.allEvidence) return tooLarge(limits.allEvidence);
    const isBomb = entry.size > limits.ratioFrom && entry.size > entry.packedSize * limits.ratio;
    if (isBomb) return failWith('package-bomb', {}, entry.name);
    byName.set(entry.name, entry);
  }
  return succeed(byName);
}

/** In megabytes, as the sentence of `package-too-large` says it. */
export function tooLarge(limitBytes: number, place?: string): Result<never> {
  return failWith('package-too-large', { limit: Math.ceil(limitBytes / 1024 / 1024) }, place);
}

function limitOf(name: string, limits: PackageLimits): number | undefined {
  if (name === manifestName) return limits.manifest;
  if (name === signatureName) return limits.signature;
  if (name === documentName) return limits.document;
  if (evidencePattern.test(name)) return limits.evidenceFile;
  return packagePattern.test(name) ? limits.file : undefined;
}

/**
 * Whether the zip holds exactly what its manifest declares. Errors: `package-entry-missing`,
 * `package-entry-undeclared`, `package-entry-repeated`, `package-entry-name`, `package-digest-wrong`.
 */
export function checkDeclared(
  { kind, entries }: Pick<Manifest, 'kind' | 'entries'>,
  present: ReadonlyMap<string, ZipEntry>,
): Result<null> {
  const declared = new Set<string>();
  for (const { path, size, sha256 } of entries) {
    if (!mayHold(kind, path)) return failWith('package-entry-name', {}, printable(path));
    if (declared.has(path)) return failWith('package-entry-repeated', {}, path);
    declared.add(path);
    const entry = present.get(path);
    if (!entry) return failWith('package-entry-missing', {}, path);
    if (entry.size !== size || (digestInName(path) ?? sha256) !== sha256) {
      return failWith('package-digest-wrong', {}, path);
    }
  }
  for (const needed of [manifestName, signatureName]) {
    if (!present.has(needed)) return failWith('package-entry-missing', {}, needed);
    declared.add(needed);
  }
  if (!declared.has(documentName)) return failWith('package-entry-missing', {}, documentName);
  const undeclared = [...present.keys()].find((name) => !declared.has(name));
  return undeclared === undefined ? succeed(null) : failWith('package-entry-undeclared', {}, undeclared);
}

function mayHold(kind: PackageKind, path: string): boolean {
  if (path === documentName) return true;
  if (kind === 'bundle') return packagePattern.test(path);
  return (kind === 'assessment' || kind === 'review') && evidencePattern.test(path);
}
