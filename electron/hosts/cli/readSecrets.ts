import type { Unlock } from '#backend/files/keys/age.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { readTextFile } from './readTextFile.ts';

/** Files that hold what opens encrypted packages; secrets never stand on a command line, where others can read them. */
export interface SecretFiles {
  readonly passphraseFile?: string;
  readonly identityFile?: string;
}

const secretLimit = 64 * 1024;

/**
 * What the files say: a passphrase is the first line of its file; an identity file is what `age-keygen` writes.
 * Errors: those of `readTextFile`, `passphrase-missing`.
 */
export async function readUnlock({ passphraseFile, identityFile }: SecretFiles): Promise<Result<Unlock>> {
  const passphrase = await readPassphrase(passphraseFile);
  if (!passphrase.ok) return passphrase;
  if (identityFile === undefined) return succeed({ passphrase: passphrase.value, identities: [] });
  const text = await readTextFile(identityFile, secretLimit);
  if (!text.ok) return text;
  const identities = text.value
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return succeed({ passphrase: passphrase.value, identities });
}

/** Null where no file is named. Errors: those of `readTextFile`, `passphrase-missing`. */
export async function readPassphrase(file: string | undefined): Promise<Result<string | null>> {
  if (file === undefined) return succeed(null);
  const text = await readTextFile(file, secretLimit);
  if (!text.ok) return text;
  const [passphrase = ''] = text.value.split(/\r?\n/u);
  return passphrase === '' ? failWith('passphrase-missing', {}, file) : succeed(passphrase);
}
