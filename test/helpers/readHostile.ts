import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { readPackage, type OpenedPackage } from '#backend/files/package/readPackage.ts';
import type { PackageLimits } from '#shared/format/package/limits.ts';
import type { Result } from '#shared/errors/result.ts';
import { makeTemporaryFolder, useTemporaryFolderOfSystem } from './temporaryFolder.ts';

/**
 * Reads bytes as a package and makes sure that nothing else happened: the file is as it was, no temporary file is
 * left, and a refused package has given no evidence to anybody.
 */
export async function readHostile(bytes: Uint8Array, limits?: PackageLimits): Promise<Result<OpenedPackage>> {
  const temporary = useTemporaryFolderOfSystem();
  const folder = makeTemporaryFolder();
  const file = path.join(folder, 'hostile.thuocso');
  writeFileSync(file, bytes);
  const kept: string[] = [];
  const read = await readPackage(file, {
    unlock: { passphrase: null, identities: [] },
    keepEvidence: {
      addBytes: async (name, pieces) => {
        const digest = createHash('sha256');
        let size = 0;
        for await (const piece of pieces) {
          digest.update(piece);
          size += piece.length;
        }
        kept.push(name);
        return { ok: true, value: { name, sha256: digest.digest('hex'), size } };
      },
    },
    ...(limits && { limits }),
  });
  expect(readFileSync(file).equals(bytes)).toBe(true);
  expect(readdirSync(folder)).toEqual(['hostile.thuocso']);
  expect(readdirSync(temporary)).toEqual([]);
  if (!read.ok) expect(kept).toEqual([]);
  return read;
}

/** The first code of a refusal; `ok` for what was read. */
export async function codeOfHostile(bytes: Uint8Array, limits?: PackageLimits): Promise<string> {
  const read = await readHostile(bytes, limits);
  return read.ok ? 'ok' : (read.errors[0]?.code ?? '');
}
