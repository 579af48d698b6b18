import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { checkEncryption, type Encryption } from '../../files/keys/age.ts';
import type { Keyring } from '../../files/keys/keyring.ts';

/** For whom a file is encrypted. */
export interface EncryptionChoice {
  /** Null for none. Not together with recipients. */
  readonly passphrase: string | null;
  /** Empty for none. */
  readonly recipients: readonly string[];
}

export const unencrypted: EncryptionChoice = { passphrase: null, recipients: [] };

/**
 * Whoever encrypts for others stays able to read the file, for otherwise it could not be read back and verified. Errors:
 * those of `checkEncryption`, `input-invalid` for passphrase and recipients together.
 */
export function chooseEncryption(
  { passphrase, recipients }: EncryptionChoice,
  keyring: Keyring,
): Result<Encryption | null> {
  if (passphrase === null && recipients.length === 0) return succeed(null);
  if (passphrase !== null && recipients.length > 0) return failWith('input-invalid', {}, 'recipients');
  if (passphrase !== null) return checkEncryption({ kind: 'passphrase', passphrase });
  const given = recipients.map((recipient) => recipient.trim());
  return checkEncryption({ kind: 'recipients', recipients: [...new Set([...given, keyring.recipient])] });
}
