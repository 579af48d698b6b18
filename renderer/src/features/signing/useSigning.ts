import { useState } from 'react';
import type { Signing } from '#shared/api/contract.ts';
import type { AppError, Result } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { saveSheet } from '../../lib/saveSheet.ts';
import type { OpenedAssessment } from '../../lib/useOpenedAssessment.ts';
import type { SignDraft } from './useSignForm.ts';

/** What is under way with the signature. `recalled` is said once, after a recall on this screen. */
export type SigningStep =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'recalled'; readonly revision: number }
  | { readonly kind: 'failed'; readonly errors: readonly AppError[] };

/** The signature of one assessment, as read and as changed here since. */
export function useSigning(
  { assessment, signing: read, contentDigest }: OpenedAssessment,
  onStale: () => void,
) {
  const assessmentId = assessment.id;
  const [changedHere, setChangedHere] = useState({ since: read, signing: read });
  const signing = changedHere.since === read ? changedHere.signing : read;
  const [step, setStep] = useState<SigningStep>({ kind: 'idle' });
  const settle = (changed: Result<Signing>, next: SigningStep): void => {
    if (!changed.ok) {
      // Something else may stand there than is shown; it must not be signed unseen the next time either.
      onStale();
      return setStep({ kind: 'failed', errors: changed.errors });
    }
    setChangedHere({ since: read, signing: changed.value });
    setStep(next);
  };
  const sign = async (signatory: SignDraft): Promise<void> => {
    setStep({ kind: 'sending' });
    const saved = await saveSheet(assessmentId);
    if (!saved.ok) return setStep({ kind: 'failed', errors: saved.errors });
    settle(await call('signing.sign', { assessmentId, contentDigest, ...signatory }), { kind: 'idle' });
  };
  const recall = async (reason: string): Promise<void> => {
    setStep({ kind: 'sending' });
    const { revision } = signing;
    settle(await call('signing.recall', { assessmentId, reason }), { kind: 'recalled', revision });
  };
  return { signing, step, sign, recall };
}
