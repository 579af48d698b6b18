import { createHash } from 'node:crypto';
import type { SigningKey } from '#backend/files/keys/signatures.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import { newestVersion } from '#shared/format/package/versions.ts';
import type { ZipPart } from './zipBytes.ts';

/** Any manifest but for its entries, also one that no writer of ours would make. */
export type AnyManifest = Readonly<Record<string, unknown>>;

/** What is sealed into a package: everything fits together unless somebody spoils it afterwards. */
export interface Sealing {
  readonly manifest: AnyManifest;
  readonly key: SigningKey;
  readonly document: Uint8Array;
  /** More entries, by name. */
  readonly others?: readonly ZipPart[];
  /** Entries that the manifest declares besides those that are there. */
  readonly declares?: readonly { readonly path: string; readonly size: number; readonly sha256: string }[];
  /** The version of the format that the manifest names. */
  readonly version?: number;
}

/** manifest.json, manifest.sig, document.json and the others, properly digested and signed. */
export function sealParts(sealing: Sealing): readonly ZipPart[] {
  const { manifest, key, document, others = [], declares = [], version = newestVersion } = sealing;
  const carried = [{ name: 'document.json', content: document }, ...others];
  const entries = carried.map(({ name, content }) => ({
    path: Buffer.from(name).toString('latin1'),
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  }));
  const sealed = toCanonicalJson({
    format: 'thuoc-so',
    version,
    ...manifest,
    entries: [...entries, ...declares],
  });
  const content = Buffer.from(sealed);
  const signature = {
    algorithm: 'Ed25519',
    publicKey: key.publicKey,
    signature: Buffer.from(key.sign(content)).toString('base64'),
  };
  return [
    { name: 'manifest.json', content },
    { name: 'manifest.sig', content: Buffer.from(toCanonicalJson(signature)) },
    ...carried,
  ];
}

export function toBytes(value: unknown): Buffer {
  return Buffer.from(toCanonicalJson(value));
}
