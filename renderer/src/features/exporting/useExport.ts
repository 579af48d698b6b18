import { useState } from 'react';
import type { ExportedPackage } from '#shared/api/contract.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { emptyDraft, faultOfDraft, inputOfDraft, type DraftFault, type ExportDraft } from './exportDraft.ts';

export type ExportStep =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'writing' }
  | { readonly kind: 'failed'; readonly errors: readonly AppError[] }
  | { readonly kind: 'written'; readonly exported: ExportedPackage };

/** From the choice to the verified file. */
export function useExport(assessmentId: string) {
  const [draft, setDraft] = useState<ExportDraft>(emptyDraft);
  const [isChecked, setIsChecked] = useState(false);
  const [step, setStep] = useState<ExportStep>({ kind: 'choosing' });
  const found = faultOfDraft(draft);
  const fault: DraftFault = isChecked ? found : null;
  const write = async (): Promise<void> => {
    setIsChecked(true);
    if (found !== null || step.kind === 'writing') return;
    setStep({ kind: 'writing' });
    const written = await call('packages.export', inputOfDraft(assessmentId, draft));
    setStep(
      written.ok ? { kind: 'written', exported: written.value } : { kind: 'failed', errors: written.errors },
    );
  };
  const change = (part: Partial<ExportDraft>): void => setDraft((before) => ({ ...before, ...part }));
  return { draft, change, fault, step, write };
}
