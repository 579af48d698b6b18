import { createHash } from 'node:crypto';
import type { SigningKey } from '#backend/files/keys/signatures.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import type { ManifestDraft, PackageDocument } from '#shared/format/package/newest.ts';
import { newestVersion } from '#shared/format/package/versions.ts';
import { craftZip, type CraftedEnd, type CraftedEntry } from './craftZip.ts';
import { assessmentDocument, assessmentManifest, sampleKey } from './samplePackage.ts';

/** A package that is right but for what a test makes wrong in it; it is signed after that. */
export interface CraftedPackage {
  readonly manifest?: ManifestDraft;
  readonly document?: PackageDocument;
  /** Replaces the text of the document, whatever it would have been. */
  readonly documentText?: string | Uint8Array;
  /** By name within the package. */
  readonly attached?: Readonly<Record<string, Uint8Array>>;
  readonly changeManifest?: (manifest: Record<string, unknown>) => unknown;
  /** Replaces the text of the manifest before it is signed. */
  readonly changeManifestText?: (text: string) => string;
  readonly changeSignature?: (signature: Record<string, unknown>) => unknown;
  readonly key?: SigningKey;
  readonly changeEntries?: (entries: readonly CraftedEntry[]) => readonly CraftedEntry[];
  readonly end?: CraftedEnd;
}

/** The bytes of the package. */
export function craftPackage(asked: CraftedPackage = {}): Buffer {
  const { attached = {}, key = sampleKey } = asked;
  const { kind, ...content } = asked.document ?? assessmentDocument();
  const text = asked.documentText ?? toCanonicalJson(content);
  const document = typeof text === 'string' ? Buffer.from(text) : text;
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['document.json', document],
    ...Object.entries(attached),
  ];
  const manifest = {
    ...(asked.manifest ?? assessmentManifest),
    format: 'thuoc-so',
    version: newestVersion,
    kind,
    entries: files.map(([path, bytes]) => ({ path, size: bytes.length, sha256: sha256Of(bytes) })),
  };
  const manifestText = toCanonicalJson(asked.changeManifest?.(manifest) ?? manifest);
  const manifestBytes = Buffer.from(asked.changeManifestText?.(manifestText) ?? manifestText);
  const signature = {
    algorithm: 'Ed25519',
    publicKey: key.publicKey,
    signature: Buffer.from(key.sign(manifestBytes)).toString('base64'),
  };
  const entries: readonly CraftedEntry[] = [
    { name: 'manifest.json', content: manifestBytes },
    {
      name: 'manifest.sig',
      content: Buffer.from(toCanonicalJson(asked.changeSignature?.(signature) ?? signature)),
    },
    ...files.map(([name, bytes]) => ({ name, content: bytes, method: name === 'document.json' ? 8 : 0 })),
  ];
  return craftZip(asked.changeEntries?.(entries) ?? entries, asked.end);
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
