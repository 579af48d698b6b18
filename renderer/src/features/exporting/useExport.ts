import { useState } from 'react';
import type { ExportedPackage } from '#shared/api/contract.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { encryptionOf } from '../../lib/protection.ts';
import { saveSheet } from '../../lib/saveSheet.ts';
import { useProtection } from '../../lib/useProtection.ts';

export type ExportStep =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'writing' }
  | { readonly kind: 'failed'; readonly errors: readonly AppError[] }
  /** With the passphrase that the file was encrypted with, if with any: the form may have changed meanwhile. */
  | { readonly kind: 'written'; readonly exported: ExportedPackage; readonly passphrase: string | null };

/** What goes into the file, as it is being chosen. */
interface ExportDraft {
  readonly masked: boolean;
  readonly evidenceFiles: boolean;
}

/** From the choice to the verified file. */
export function useExport(assessmentId: string) {
  const [draft, setDraft] = useState<ExportDraft>({ masked: false, evidenceFiles: true });
  const protection = useProtection();
  const [step, setStep] = useState<ExportStep>({ kind: 'choosing' });
  const write = async (): Promise<void> => {
    if (!protection.check() || step.kind === 'writing') return;
    setStep({ kind: 'writing' });
    const encryption = encryptionOf(protection.draft);
    const saved = await saveSheet(assessmentId);
    if (!saved.ok) return setStep({ kind: 'failed', errors: saved.errors });
    const written = await call('packages.export', { assessmentId, ...draft, ...encryption });
    setStep(
      written.ok
        ? { kind: 'written', exported: written.value, passphrase: encryption.passphrase }
        : { kind: 'failed', errors: written.errors },
    );
  };
  const change = (part: Partial<ExportDraft>): void => setDraft((before) => ({ ...before, ...part }));
  return { draft, change, protection, step, write };
}
