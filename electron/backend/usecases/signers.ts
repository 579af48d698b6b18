import type { CallOutput } from '#shared/api/contract.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { wordsOfKey } from '../files/keys/words.ts';
import type { UseCaseContext } from './context.ts';

type KnownSigner = CallOutput<'signers.list'>[number];

/** The keys that have signed what came in, by unit, then oldest first. Errors of the storage. */
export function listSigners({ store }: UseCaseContext): Result<KnownSigner[]> {
  return store.read((reader) =>
    succeed(
      reader.listSigners().map(({ publicKey, role, unit, known, since }) => ({
        publicKey,
        words: wordsOfKey(publicKey),
        role,
        unit,
        known,
        since,
      })),
    ),
  );
}
