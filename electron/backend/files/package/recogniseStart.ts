import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { isAgeFile } from '../keys/age.ts';
import type { ByteSource } from './byteSource.ts';
import { localLength, localSignature } from './zipRecords.ts';

/** A file by its first bytes: a package, or one that is encrypted, so that nobody knows yet. */
export type StartKind = 'package' | 'encrypted';

const firstName = 'manifest.json';
const ageStart = 'age-encryption.org/v1\n';

/**
 * Every package of every version begins with the entry `manifest.json`. Errors: `package-empty`, `package-cut-off`
 * (the file ends within its first bytes), `package-not-ours`.
 */
export function recogniseStart(source: ByteSource): Result<StartKind> {
  if (source.size === 0) return failWith('package-empty');
  const start = source.read(0, Math.min(source.size, localLength + firstName.length));
  if (isAgeFile(start)) return succeed('encrypted');
  const isCutOff = source.size < localLength + firstName.length;
  if (isCutOff) return failWith(isStartOfOurs(start) ? 'package-cut-off' : 'package-not-ours');
  const isOurs =
    start.readUInt32LE(0) === localSignature &&
    start.readUInt16LE(26) === firstName.length &&
    start.toString('latin1', localLength) === firstName;
  return isOurs ? succeed('package') : failWith('package-not-ours');
}

function isStartOfOurs(start: Buffer): boolean {
  const text = start.toString('latin1');
  const zip = text.slice(0, 4);
  return 'PK\u0003\u0004'.startsWith(zip) || ageStart.startsWith(text);
}
