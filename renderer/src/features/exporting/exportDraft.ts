import type { CallInput } from '#shared/api/contract.ts';

export type Protection = 'none' | 'passphrase' | 'recipients';

/** The export as it is being chosen. */
export interface ExportDraft {
  readonly masked: boolean;
  readonly evidenceFiles: boolean;
  readonly protection: Protection;
  readonly passphrase: string;
  readonly passphraseAgain: string;
  /** Keys of saved recipients. */
  readonly recipients: readonly string[];
}

export type DraftFault = 'passphrase-short' | 'passphrase-differs' | 'recipients-none' | null;

/** Shorter ones are guessed. */
export const shortestPassphrase = 8;

export const emptyDraft: ExportDraft = {
  masked: false,
  evidenceFiles: true,
  protection: 'none',
  passphrase: '',
  passphraseAgain: '',
  recipients: [],
};

/** What stands in the way of the export; null when nothing does. */
export function faultOfDraft(draft: ExportDraft): DraftFault {
  if (draft.protection === 'passphrase') {
    if ([...draft.passphrase].length < shortestPassphrase) return 'passphrase-short';
    return draft.passphrase === draft.passphraseAgain ? null : 'passphrase-differs';
  }
  return draft.protection === 'recipients' && draft.recipients.length === 0 ? 'recipients-none' : null;
}

/** Only what belongs to the chosen protection goes along. */
export function inputOfDraft(assessmentId: string, draft: ExportDraft): CallInput<'packages.export'> {
  const { masked, evidenceFiles, protection, passphrase, recipients } = draft;
  return {
    assessmentId,
    masked,
    evidenceFiles,
    passphrase: protection === 'passphrase' ? passphrase : null,
    recipients: protection === 'recipients' ? [...recipients] : [],
  };
}
