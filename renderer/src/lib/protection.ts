export type Protection = 'none' | 'passphrase' | 'recipients';

/** Who shall be able to open a file, as it is being chosen. */
export interface ProtectionDraft {
  readonly protection: Protection;
  readonly passphrase: string;
  readonly passphraseAgain: string;
  /** Keys of saved recipients. */
  readonly recipients: readonly string[];
}

export type ProtectionFault = 'passphrase-short' | 'passphrase-differs' | 'recipients-none' | null;

/** Shorter ones are guessed. */
export const shortestPassphrase = 8;

export const unprotected: ProtectionDraft = {
  protection: 'none',
  passphrase: '',
  passphraseAgain: '',
  recipients: [],
};

/** What stands in the way of writing the file; null when nothing does. */
export function faultOfProtection(draft: ProtectionDraft): ProtectionFault {
  if (draft.protection === 'passphrase') {
    if ([...draft.passphrase].length < shortestPassphrase) return 'passphrase-short';
    return draft.passphrase === draft.passphraseAgain ? null : 'passphrase-differs';
  }
  return draft.protection === 'recipients' && draft.recipients.length === 0 ? 'recipients-none' : null;
}

/** Only what belongs to the chosen protection goes along. */
export function encryptionOf({ protection, passphrase, recipients }: ProtectionDraft): {
  readonly passphrase: string | null;
  readonly recipients: string[];
} {
  return {
    passphrase: protection === 'passphrase' ? passphrase : null,
    recipients: protection === 'recipients' ? [...recipients] : [],
  };
}
