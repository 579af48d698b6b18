import { useState } from 'react';
import type { Dashboard, ExportedResults } from '#shared/api/contract.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../../lib/backend.ts';
import { encryptionOf } from '../../../lib/protection.ts';
import { useResultsRequest } from '../../../lib/resultsRequest.ts';
import { useProtection } from '../../../lib/useProtection.ts';

type ResultsStep =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'writing' }
  | { readonly kind: 'failed'; readonly errors: readonly AppError[] }
  /** With the passphrase that the file was encrypted with, if with any: the form may hold another one by now. */
  | { readonly kind: 'written'; readonly results: ExportedResults; readonly passphrase: string | null };

/** From the choice of whose results to the verified file. */
export function useResults({ period, set }: Dashboard) {
  const asked = useResultsRequest((request) => request.asked);
  const isAsked = asked?.period === period && asked.setId === set.id;
  /** Null for all units; undefined while nobody has chosen here. */
  const [chosen, setAssessmentId] = useState<string | null | undefined>(undefined);
  const assessmentId = chosen === undefined ? (isAsked ? asked.assessmentId : null) : chosen;
  const [masked, setMasked] = useState(false);
  const protection = useProtection();
  const [step, setStep] = useState<ResultsStep>({ kind: 'choosing' });
  const write = async (): Promise<void> => {
    if (!protection.check() || step.kind === 'writing') return;
    setStep({ kind: 'writing' });
    const encryption = encryptionOf(protection.draft);
    const written = await call('results.export', {
      period,
      setId: set.id,
      assessmentId,
      masked,
      ...encryption,
    });
    setStep(
      written.ok
        ? { kind: 'written', results: written.value, passphrase: encryption.passphrase }
        : { kind: 'failed', errors: written.errors },
    );
  };
  return { assessmentId, setAssessmentId, masked, setMasked, protection, step, write };
}
