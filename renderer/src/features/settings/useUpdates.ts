import { useState } from 'react';
import type { CallOutput } from '#shared/api/contract.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';

export type ChosenUpdate = NonNullable<CallOutput<'updates.choose'>['update']>;

/** Where the officer stands: nothing under way, a file being checked, one to decide on, or the app about to restart. */
export type UpdateStep =
  | { readonly kind: 'idle' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'chosen'; readonly update: ChosenUpdate }
  | { readonly kind: 'restarting' }
  | { readonly kind: 'failed'; readonly errors: readonly AppError[] };

/** Choose, look, install, go back; each ends in a step that says what holds now. */
export function useUpdates() {
  const [step, setStep] = useState<UpdateStep>({ kind: 'idle' });
  const choose = async (): Promise<void> => {
    setStep({ kind: 'checking' });
    const chosen = await call('updates.choose', {});
    if (!chosen.ok) return setStep({ kind: 'failed', errors: chosen.errors });
    const { update } = chosen.value;
    setStep(update === null ? { kind: 'idle' } : { kind: 'chosen', update });
  };
  const restartBy = async (name: 'updates.install' | 'updates.goBack'): Promise<void> => {
    setStep({ kind: 'restarting' });
    const begun = await call(name, {});
    if (!begun.ok) setStep({ kind: 'failed', errors: begun.errors });
  };
  return {
    step,
    choose,
    leave: () => setStep({ kind: 'idle' }),
    install: () => restartBy('updates.install'),
    goBack: () => restartBy('updates.goBack'),
  };
}
