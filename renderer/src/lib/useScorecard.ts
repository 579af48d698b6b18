import { useEffect, useRef, useState } from 'react';
import type { AppError } from '#shared/errors/result.ts';
import { call } from './backend.ts';
import { addressOfBytes, download } from './fileFromBackend.ts';
import { useFormat } from './useFormat.ts';

export type ScorecardState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making' }
  | { readonly kind: 'made'; readonly fileName: string; readonly address: string }
  | { readonly kind: 'failed'; readonly errors: readonly AppError[] };

/** Makes the scorecard from what is on disk, so what is still unsaved is saved first; then hands the file over. */
export function useScorecard(assessmentId: string, saveNow: () => Promise<void>) {
  const { language } = useFormat();
  const [state, setState] = useState<ScorecardState>({ kind: 'idle' });
  const address = useRef<string | null>(null);
  useEffect(
    () => () => {
      if (address.current !== null) URL.revokeObjectURL(address.current);
    },
    [],
  );
  const print = async (): Promise<void> => {
    setState({ kind: 'making' });
    await saveNow();
    const made = await call('scorecard.create', { assessmentId, language });
    if (!made.ok) return setState({ kind: 'failed', errors: made.errors });
    const { fileName, base64 } = made.value;
    if (address.current !== null) URL.revokeObjectURL(address.current);
    address.current = addressOfBytes(base64, 'application/pdf');
    setState({ kind: 'made', fileName, address: address.current });
    download(address.current, fileName);
  };
  return { state, print };
}
