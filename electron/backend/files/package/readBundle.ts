import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { packageLimits, type PackageLimits } from '#shared/format/package/limits.ts';
import type { BundleDocument } from '#shared/format/package/newest.ts';
import { onStorageLater } from '../../db/storageFailure.ts';
import type { Unlock } from '../keys/age.ts';
import { makeWorkingFolder } from '../workingFolder.ts';
import { digestInName } from './entryNames.ts';
import { openPackage, readHead, type VerifiedPackage } from './openPackage.ts';
import { withPlainSource } from './readPackage.ts';
import { recogniseStart } from './recogniseStart.ts';
import { openSource, type ByteSource } from './byteSource.ts';
import { unpackPieces } from './unpackEntry.ts';
import type { ZipEntry } from './zipEntries.ts';

/** A package out of a bundle, as a file of its own. */
export interface BundledFile {
  readonly file: string;
  /** What it was called where it was bundled. */
  readonly fileName: string;
  readonly sha256: string;
}

export interface OpenedBundle {
  readonly files: readonly BundledFile[];
  /** Deletes the temporary files. */
  discard(): Promise<void>;
}

/**
 * Verifies a bundle and lays its packages down in a temporary folder, to be read one by one; they are plain
 * packages and no bundles themselves. Errors: those of `readPackage`, and `package-nested`, also for a file that is no bundle's.
 */
export function readBundle(
  file: string,
  { unlock, limits = packageLimits }: { readonly unlock: Unlock; readonly limits?: PackageLimits },
): Promise<Result<OpenedBundle>> {
  return withPlainSource(file, unlock, limits, async (source) => {
    const opened = await openPackage(source, limits);
    if (!opened.ok) return opened;
    const { document, attached } = opened.value;
    if (document.kind !== 'bundle') return failWith('package-document-invalid', { reason: 'kind' });
    const named = nameAll(document, attached);
    return named.ok ? layDown(source, named.value, limits, unlock.workingFolder ?? tmpdir()) : named;
  });
}

interface NamedEntry {
  readonly entry: ZipEntry;
  readonly fileName: string;
}

/** The document names each package once, and no other. */
function nameAll(
  document: BundleDocument,
  attached: VerifiedPackage['attached'],
): Result<readonly NamedEntry[]> {
  const byPath = new Map(attached.map((entry) => [entry.name, entry]));
  const named: NamedEntry[] = [];
  for (const { path: name, fileName } of document.packages) {
    const entry = byPath.get(name);
    if (!entry) return failWith('package-entry-missing', {}, name);
    byPath.delete(name);
    named.push({ entry, fileName });
  }
  const [left] = byPath.keys();
  return left === undefined ? succeed(named) : failWith('package-entry-undeclared', {}, left);
}

function layDown(
  source: ByteSource,
  named: readonly NamedEntry[],
  limits: PackageLimits,
  parent: string,
): Promise<Result<OpenedBundle>> {
  return onStorageLater(parent, async () => {
    const folder = makeWorkingFolder(parent);
    const discard = () => rm(folder, { recursive: true, force: true });
    let isComplete = false;
    try {
      const files: BundledFile[] = [];
      for (const [index, { entry, fileName }] of named.entries()) {
        const file = path.join(folder, String(index), `${digestInName(entry.name) ?? ''}.thuocso`);
        await mkdir(path.dirname(file));
        await pipeline(unpackPieces(source, entry), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
        const plain = await checkPlain(file, entry.name, limits);
        if (!plain.ok) return plain;
        files.push({ file, fileName, sha256: digestInName(entry.name) ?? '' });
      }
      isComplete = true;
      return succeed({ files, discard });
    } finally {
      if (!isComplete) await discard();
    }
  });
}

/** What else may be wrong with a package of a bundle is found when it is read. */
async function checkPlain(file: string, name: string, limits: PackageLimits): Promise<Result<null>> {
  const source = await openSource(file);
  if (!source.ok) return source;
  try {
    const start = recogniseStart(source.value);
    if (!start.ok) return succeed(null);
    if (start.value === 'encrypted') return failWith('package-nested', {}, name);
    const head = readHead(source.value, limits);
    const isBundle = head.ok && head.value.recognised.manifest['kind'] === 'bundle';
    return isBundle ? failWith('package-nested', {}, name) : succeed(null);
  } finally {
    await source.value.close();
  }
}
