import { useEffect, useRef, useState } from 'react';
import type { CallInput } from '#shared/api/contract.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from './backend.ts';
import { addressOfBytes, download } from './fileFromBackend.ts';
import { saveSheet } from './saveSheet.ts';
import { useFormat } from './useFormat.ts';

export type ScorecardFormat = NonNullable<CallInput<'scorecard.create'>['format']>;

export type ScorecardState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly format: ScorecardFormat }
  | {
      readonly kind: 'made';
      readonly format: ScorecardFormat;
      readonly fileName: string;
      readonly address: string;
    }
  | { readonly kind: 'failed'; readonly format: ScorecardFormat; readonly errors: readonly AppError[] };

const mediaTypes: Readonly<Record<ScorecardFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Makes the scorecard from what is on disk, so what is still unsaved is saved first; then hands the file over. */
export function useScorecard(assessmentId: string) {
  const { language } = useFormat();
  const [state, setState] = useState<ScorecardState>({ kind: 'idle' });
  const address = useRef<string | null>(null);
  useEffect(
    () => () => {
      if (address.current !== null) URL.revokeObjectURL(address.current);
    },
    [],
  );
  const make = async (format: ScorecardFormat): Promise<void> => {
    setState({ kind: 'making', format });
    const saved = await saveSheet(assessmentId);
    if (!saved.ok) return setState({ kind: 'failed', format, errors: saved.errors });
    const made = await call('scorecard.create', { assessmentId, language, format });
    if (!made.ok) return setState({ kind: 'failed', format, errors: made.errors });
    const { fileName, base64 } = made.value;
    if (address.current !== null) URL.revokeObjectURL(address.current);
    address.current = addressOfBytes(base64, mediaTypes[format]);
    setState({ kind: 'made', format, fileName, address: address.current });
    download(address.current, fileName);
  };
  return { state, make };
}
