import type { Manifest } from '#shared/format/package/newest.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { Sender, SignerRecord } from '../../db/signerTable.ts';
import { wordsOfKey } from '../../files/keys/words.ts';
import type { ImportFrame, ImportState } from './importFrame.ts';

/** How the key of a file stands to what is known here. */
export type SignerStanding = 'known' | 'first' | 'introduced' | 'changed';

/** A key with how it became known; since when is said when it is stored. */
export type LearntSigner = Omit<SignerRecord, 'since'>;

export interface JudgedSigner {
  readonly standing: SignerStanding;
  /** Keys that importing the file teaches. */
  readonly learns: readonly LearntSigner[];
}

/** How a key stands, whether or not it will be let in. */
export function standingOfSigner(
  state: ImportState,
  { ownKeys }: Pick<ImportFrame, 'ownKeys'>,
  publicKey: string,
  sender: Sender,
): SignerStanding {
  if (ownKeys.includes(publicKey)) return 'known';
  const known = state.findSigner(publicKey);
  if (known) return known.known === 'introduced' ? 'introduced' : 'known';
  return state.hasSignerOf(sender) ? 'changed' : 'first';
}

/**
 * Whether the key of a file may speak for its sender, and what there is to learn from it: the key itself, and the
 * colleagues' keys that it introduces. Errors: `signer-of-another-unit`, `signer-changed`.
 */
export function judgeSigner(
  state: ImportState,
  frame: ImportFrame,
  { publicKey, manifest }: { readonly publicKey: string; readonly manifest: Manifest },
): Result<JudgedSigner> {
  const { sender } = manifest;
  const standing = standingOfSigner(state, frame, publicKey, sender);
  const known = state.findSigner(publicKey);
  if (known && !isSameSender(known, sender)) {
    return failWith('signer-of-another-unit', { unit: sender.unit.name, other: known.unit.name });
  }
  const isAccepted = standing !== 'changed' || frame.accepts(publicKey);
  if (!isAccepted) {
    const words = wordsOfKey(publicKey).join(' ');
    return failWith('signer-changed', { unit: sender.unit.name, words });
  }
  const isNew = standing === 'first' || standing === 'changed';
  const itself: LearntSigner = {
    ...sender,
    publicKey,
    known: standing === 'changed' ? 'accepted' : 'first',
  };
  // A file of another program may name a key twice.
  const introduced = [...new Set(manifest.introduces)]
    .filter((key) => key !== publicKey && !frame.ownKeys.includes(key) && !state.findSigner(key))
    .map((key): LearntSigner => ({ ...sender, publicKey: key, known: 'introduced' }));
  return succeed({ standing, learns: [...(isNew ? [itself] : []), ...introduced] });
}

function isSameSender(one: Sender, other: Sender): boolean {
  return (
    one.role === other.role &&
    one.unit.code === other.unit.code &&
    one.unit.validFrom === other.unit.validFrom
  );
}
