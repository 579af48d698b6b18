import { useState } from 'react';
import type { CallInput, Signing } from '#shared/api/contract.ts';
import type { AppError, Result } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { saveSheet } from '../../lib/saveSheet.ts';

/** What is under way with the signature. `recalled` is said once, after a recall on this screen. */
export type SigningStep =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'recalled'; readonly revision: number }
  | { readonly kind: 'failed'; readonly errors: readonly AppError[] };

/** The signature of one assessment, as read and as changed here. */
export function useSigning(assessmentId: string, read: Signing) {
  const [signing, setSigning] = useState(read);
  const [step, setStep] = useState<SigningStep>({ kind: 'idle' });
  const settle = (changed: Result<Signing>, next: SigningStep): void => {
    if (!changed.ok) return setStep({ kind: 'failed', errors: changed.errors });
    setSigning(changed.value);
    setStep(next);
  };
  const sign = async (signatory: Omit<CallInput<'signing.sign'>, 'assessmentId'>): Promise<void> => {
    setStep({ kind: 'sending' });
    const saved = await saveSheet(assessmentId);
    if (!saved.ok) return setStep({ kind: 'failed', errors: saved.errors });
    settle(await call('signing.sign', { assessmentId, ...signatory }), { kind: 'idle' });
  };
  const recall = async (reason: string): Promise<void> => {
    setStep({ kind: 'sending' });
    const { revision } = signing;
    settle(await call('signing.recall', { assessmentId, reason }), { kind: 'recalled', revision });
  };
  return { signing, step, sign, recall };
}
