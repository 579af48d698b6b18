import type { z } from 'zod';
import { failWith, succeed, type Result } from '../../errors/result.ts';
import { toCanonicalJson } from '../canonicalJson.ts';
import { parseWithin } from './jsonComplexity.ts';
import { packageLimits } from './limits.ts';
import { newest, type Manifest, type ManifestSignature, type PackageDocument } from './newest.ts';
import { formatVersions, newestVersion, upgradeContent } from './versions.ts';

/** A manifest that is ours and of a version that we know; its shape is checked, its entries and its signature are not. */
export interface RecognisedManifest {
  readonly version: number;
  /** In the shape of its own version. */
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** Manifest and document of a package in the shape of the newest version. */
export interface PackageContent {
  readonly manifest: Manifest;
  readonly document: PackageDocument;
}

/**
 * Whether a `manifest.json` is ours, and of a version that we read. Errors: `package-damaged`, `package-not-ours`,
 * `package-too-new`.
 */
export function recogniseManifest(text: string): Result<RecognisedManifest> {
  const parsed = parseJson(text);
  if (parsed === undefined) return failWith('package-damaged', {}, 'manifest.json');
  if (!isObject(parsed) || parsed['format'] !== 'thuoc-so') return failWith('package-not-ours');
  const { version } = parsed;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return failWith('package-damaged', {}, 'manifest.json');
  }
  if (version > newestVersion) return failWith('package-too-new', { found: version, known: newestVersion });
  return succeed({ version, manifest: parsed });
}

/**
 * A recognised manifest by the schema of its version. Its text must be the canonical one, so that no two programs
 * read it differently. Errors: `package-document-invalid`.
 */
export function checkManifest(recognised: RecognisedManifest, text: string): Result<Manifest> {
  if (toCanonicalJson(recognised.manifest) !== text) return invalid('manifest.json', 'not canonical JSON');
  const version = formatVersions[recognised.version - 1];
  // The reader needs of a manifest what every version says in the same way; the upgrade comes with the document.
  return checkShape(version?.manifest as typeof newest.manifest, recognised.manifest, 'manifest.json');
}

/** `manifest.sig`. Errors: `package-damaged`, `package-document-invalid`. */
export function readManifestSignature(text: string): Result<ManifestSignature> {
  const parsed = parseJson(text);
  if (parsed === undefined) return failWith('package-damaged', {}, 'manifest.sig');
  return checkShape(newest.signature, parsed, 'manifest.sig');
}

/**
 * The document of a package of which everything else has been verified, and its manifest, both in the newest shape.
 * Errors: `package-document-invalid`.
 */
export function readDocument(
  { version, manifest }: RecognisedManifest & { readonly manifest: { readonly kind?: unknown } },
  text: string,
): Result<PackageContent> {
  const parsed = parseJson(text);
  if (parsed === undefined) return invalid('document.json', 'not JSON');
  const kind = String(manifest.kind);
  const schema = formatVersions[version - 1]?.documents[kind];
  if (!schema) return invalid('manifest.json', 'kind');
  const document = checkShape(schema, parsed, 'document.json');
  if (!document.ok) return document;
  const content = upgradeContent(version, { manifest, document: document.value });
  return succeed({
    manifest: content.manifest as Manifest,
    document: { ...(content.document as object), kind } as PackageDocument,
  });
}

/** Undefined for what is no JSON, or too complex to be looked at. */
function parseJson(text: string): unknown {
  return parseWithin(text, packageLimits);
}

function checkShape<T>(schema: z.ZodType<T>, value: unknown, file: string): Result<T> {
  const checked = schema.safeParse(value);
  if (checked.success) return succeed(checked.data);
  const [issue] = checked.error.issues;
  return invalid(file, `${(issue?.path ?? []).join('.')}: ${issue?.message ?? ''}`);
}

function invalid(file: string, reason: string): Result<never> {
  return failWith('package-document-invalid', { reason: reason.slice(0, 200) }, file);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
