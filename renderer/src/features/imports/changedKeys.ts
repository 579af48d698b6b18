import type { CallOutput, ImportFile } from '#shared/api/contract.ts';
import { hasChangedSigner } from './fileList.ts';

type KnownSigner = CallOutput<'signers.list'>[number];

type Signer = Pick<KnownSigner, 'role' | 'unit'>;

/** A key that is not the one known for its unit. */
export interface ChangedKey {
  readonly publicKey: string;
  readonly words: readonly string[];
  /** The unit that signs, which need not be the one that its files are about. */
  readonly unitName: string;
  /** Words of the keys known for the unit. */
  readonly known: readonly (readonly string[])[];
  /** How many files it has signed. */
  readonly files: number;
}

/** Each changed key once, in the order of the files. */
export function listChangedKeys(
  files: readonly ImportFile[],
  signers: readonly KnownSigner[],
): readonly ChangedKey[] {
  const byKey = new Map<string, ChangedKey>();
  for (const file of files) {
    if (!hasChangedSigner(file) || file.signer === null) continue;
    const { publicKey, words, unit } = file.signer;
    const before = byKey.get(publicKey);
    const known = signers.filter(isOfSender(file.signer)).map((signer) => signer.words);
    byKey.set(
      publicKey,
      before
        ? { ...before, files: before.files + 1 }
        : { publicKey, words, unitName: unit.name, known, files: 1 },
    );
  }
  return [...byKey.values()];
}

function isOfSender({ role, unit }: Signer): (other: Signer) => boolean {
  return (other) =>
    other.role === role && other.unit.code === unit.code && other.unit.validFrom === unit.validFrom;
}
