import { z } from 'zod';

/** How a copy of the app got onto its machine; an update file serves one of them. */
export const updateKinds = ['windows-setup', 'windows-portable', 'linux-appimage'] as const;
export type UpdateKind = (typeof updateKinds)[number];

/** The ending of an update file. It is a zip of exactly these entries, all stored, in this order. */
export const updateEnding = '.thuocso-update';
export const manifestEntry = 'update.json';
export const signatureEntry = 'update.sig';
export const payloadEntry = 'payload';

/** In bytes. */
export const updateLimits = { manifest: 64 * 1024, signature: 1024, payload: 1024 ** 3 } as const;

/** Says which format this is before anything else of it is understood. */
export const updateHeadSchema = z.object({ format: z.literal('thuoc-so-update'), version: z.int().min(1) });
export const updateFormatVersion = 1;

/** `major.minor.patch`, as in package.json. */
const appVersion = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/u);

export const updateManifestSchema = z.strictObject({
  format: z.literal('thuoc-so-update'),
  version: z.literal(updateFormatVersion),
  appVersion,
  kind: z.enum(updateKinds),
  arch: z.enum(['x64', 'arm64']),
  /** An ISO instant. */
  madeAt: z.iso.datetime(),
  /** What is new, in Vietnamese; shown before anything is installed. */
  notes: z.string().max(4000),
  payload: z.strictObject({
    size: z.int().min(1).max(updateLimits.payload),
    sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  }),
});
export type UpdateManifest = z.infer<typeof updateManifestSchema>;

/** Negative where `a` is older than `b`, both `major.minor.patch`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (const [index, part] of (left ?? []).entries()) {
    const difference = part - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
