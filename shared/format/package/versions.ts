import type { z } from 'zod';
import type { Documents, Manifest, PackageKind } from './newest.ts';
import { v1 } from './versions/v1.ts';
import { upgradeFromVersion1, v2, type ContentOfVersion1 } from './versions/v2.ts';

/** What one version of the format says, frozen when it was shipped. */
export interface FormatVersion {
  readonly number: number;
  readonly manifest: z.ZodType;
  readonly documents: Readonly<Record<string, z.ZodType>>;
  /** Brings manifest and document of this version into the shape of the next; null for the newest alone. */
  readonly upgrade: ((content: VersionedContent) => VersionedContent) | null;
}

/** Manifest and document in the shape of one version. */
export interface VersionedContent {
  readonly manifest: unknown;
  readonly document: unknown;
}

/** Every version that was ever shipped, oldest first. */
export const formatVersions: readonly FormatVersion[] = [
  {
    number: 1,
    manifest: v1.manifest,
    documents: v1.documents,
    // Both have passed the schemas of their version.
    upgrade: (content) => upgradeFromVersion1(content as ContentOfVersion1),
  },
  { number: 2, manifest: v2.manifest, documents: v2.documents, upgrade: null },
];

export const newestVersion = formatVersions.length;

/**
 * Goes up step by step to the newest version. What comes in has passed the schema of its own version, so an
 * upgrade cannot fail; throws where a step of the chain is missing.
 */
export function upgradeContent(
  from: number,
  content: VersionedContent,
  versions: readonly FormatVersion[] = formatVersions,
): VersionedContent {
  return versions
    .filter(({ number }) => number >= from && number < versions.length)
    .reduce((present, { number, upgrade }) => {
      if (!upgrade) throw new Error(`Version ${String(number)} of the package has no upgrade`);
      return upgrade(present);
    }, content);
}

/** What the chain ends in; the types of `newest.ts` describe the last version. */
export interface NewestContent {
  readonly manifest: Manifest;
  readonly document: Documents[PackageKind];
}
