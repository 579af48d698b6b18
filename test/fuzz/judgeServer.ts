import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A file as it lies at a target, by its path below it. */
export interface LyingFile {
  readonly path: string;
  readonly sha256: string;
}

/** Everything under a final name. */
export function listPackagesAt(folder: string): readonly LyingFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.thuocso'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({
      path: path.relative(folder, file).replaceAll(path.sep, '/'),
      sha256: hash('sha256', readFileSync(file), 'hex'),
    }));
}

/**
 * What must hold at every moment: under final names there is nothing but whole packages that somebody decided to send,
 * each at its own place and at no other.
 * @param meant SHA-256 by path
 */
export function faultsAt(folder: string, meant: ReadonlyMap<string, string>): readonly string[] {
  return listPackagesAt(folder).flatMap(({ path: place, sha256 }) => {
    const expected = meant.get(place);
    if (expected === undefined) return [`${place} lies there and nobody has sent it`];
    return expected === sha256 ? [] : [`${place} holds other bytes than were sent`];
  });
}
