import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openPackage } from '#backend/files/package/openPackage.ts';
import { sourceOfBytes } from '#backend/files/package/byteSource.ts';
import { isAgeFile } from '#backend/files/keys/age.ts';
import { packageLimits } from '#shared/format/package/limits.ts';
import type { Manifest, PackageDocument } from '#shared/format/package/newest.ts';
import { newestVersion } from '#shared/format/package/versions.ts';
import { valueOf } from '../helpers/valueOf.ts';

/** A right package to be spoilt. */
export interface Specimen {
  readonly name: string;
  readonly bytes: Buffer;
  readonly manifest: Manifest;
  readonly manifestSha256: string;
  readonly document: PackageDocument;
  readonly documentSha256: string;
  /** By name within the package. */
  readonly attached: Readonly<Record<string, Buffer>>;
}

const samples = path.resolve(import.meta.dirname, `../fixtures/files/v${String(newestVersion)}`);

/** The committed samples that are not encrypted. */
export async function readCorpus(): Promise<readonly Specimen[]> {
  const specimens: Specimen[] = [];
  for (const name of readdirSync(samples).filter((one) => one.endsWith('.thuocso'))) {
    const bytes = readFileSync(path.join(samples, name));
    if (isAgeFile(bytes)) continue;
    const { manifest, manifestSha256, document, documentBytes, attached } = valueOf(
      await openPackage(sourceOfBytes(bytes), packageLimits),
    );
    specimens.push({
      name,
      bytes,
      manifest,
      manifestSha256,
      document,
      documentSha256: hash('sha256', documentBytes, 'hex'),
      // What is attached to packages of ours is stored as it is.
      attached: Object.fromEntries(
        attached.map((entry) => [entry.name, bytes.subarray(entry.start, entry.start + entry.size)]),
      ),
    });
  }
  return specimens;
}
