import { useState } from 'react';
import type { AppError, Result } from '#shared/errors/result.ts';
import { call } from '../../../lib/backend.ts';
import { encryptionOf } from '../../../lib/protection.ts';
import { useProtection } from '../../../lib/useProtection.ts';

/** What goes back to the unit by file: what was decided, and that its file has arrived. */
export type FileBack = 'review' | 'receipt';

interface WrittenFile {
  readonly downloadId: string;
  readonly fileName: string;
  /** In bytes. */
  readonly size: number;
}

export type FileBackStep =
  | { readonly kind: 'asking' }
  | { readonly kind: 'writing' }
  | { readonly kind: 'failed'; readonly errors: readonly AppError[] }
  /** With the passphrase that the file was encrypted with, if with any: the form may have changed meanwhile. */
  | { readonly kind: 'written'; readonly file: WrittenFile; readonly passphrase: string | null };

/** Writes a review or a receipt to a file that was read back and verified. */
export function useFileBack(kind: FileBack, assessmentId: string) {
  const [step, setStep] = useState<FileBackStep>({ kind: 'asking' });
  const protection = useProtection();
  const write = async (): Promise<void> => {
    if (!protection.check() || step.kind === 'writing') return;
    setStep({ kind: 'writing' });
    const encryption = encryptionOf(protection.draft);
    const written = await writeFile(kind, assessmentId, encryption);
    setStep(
      written.ok
        ? { kind: 'written', file: written.value, passphrase: encryption.passphrase }
        : { kind: 'failed', errors: written.errors },
    );
  };
  return { step, protection, write };
}

function writeFile(
  kind: FileBack,
  assessmentId: string,
  encryption: ReturnType<typeof encryptionOf>,
): Promise<Result<WrittenFile>> {
  if (kind === 'receipt') return call('receipts.export', { assessmentId, ...encryption });
  return call('packages.export', {
    assessmentId,
    masked: false,
    evidenceFiles: false,
    onlyReview: true,
    ...encryption,
  });
}
