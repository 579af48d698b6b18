import { useState } from 'react';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { useTypedTexts } from '../../lib/typedTexts.ts';
import { chooseByRule, decisionsOf, type BulkRule, type Choice, type Choices } from './conflictChoices.ts';
import type { KnownConflict } from './useConflictContent.ts';

export type DecisionStep =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'previewing' }
  | { readonly kind: 'recording' }
  | { readonly kind: 'failed'; readonly errors: readonly AppError[] }
  /** Said once, above what is left. */
  | { readonly kind: 'recorded'; readonly count: number };

/** Where the fields of third values keep what is being typed. */
export const typedPlace = 'conflicts';

/** What is chosen on the screen, and its way into the record. */
export function useDecisions(conflicts: readonly KnownConflict[], onStale: () => void) {
  const [choices, setChoices] = useState<Choices>({});
  const [step, setStep] = useState<DecisionStep>({ kind: 'choosing' });
  const plain = conflicts.map(({ conflict }) => conflict);
  const decisions = decisionsOf(plain, choices);
  const clear = (): void => {
    setChoices({});
    useTypedTexts.getState().forgetBelow(typedPlace);
  };
  const record = async (): Promise<void> => {
    setStep({ kind: 'recording' });
    const resolved = await call('conflicts.resolve', {
      decisions: decisions.map(({ decision }) => decision),
    });
    if (!resolved.ok) {
      // Something else may stand there by now; what was chosen where nothing has changed stays chosen.
      onStale();
      return setStep({ kind: 'failed', errors: resolved.errors });
    }
    clear();
    setStep({ kind: 'recorded', count: resolved.value.resolved });
    onStale();
  };
  return {
    choices,
    decisions,
    step,
    setStep,
    choose: (key: string, choice: Choice): void => setChoices((before) => ({ ...before, [key]: choice })),
    chooseMany: (rule: BulkRule): void => setChoices((before) => chooseByRule(plain, rule, before)),
    clear,
    record,
  };
}
