import { useState } from 'react';
import type { CallInput, CallOutput, Dashboard } from '#shared/api/contract.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { download } from '../../lib/fileFromBackend.ts';
import { packageUrl } from '../../lib/packageFiles.ts';
import { useFormat } from '../../lib/useFormat.ts';

export type ReportFormat = CallInput<'reports.create'>['format'];

export type ReportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly format: ReportFormat }
  | { readonly kind: 'made'; readonly report: CallOutput<'reports.create'> }
  | { readonly kind: 'failed'; readonly format: ReportFormat; readonly errors: readonly AppError[] };

/** Makes the report of what is shown, and hands it over. */
export function useReport({ period, set, basis }: Dashboard) {
  const { language } = useFormat();
  const [state, setState] = useState<ReportState>({ kind: 'idle' });
  const make = async (format: ReportFormat, masked: boolean): Promise<void> => {
    setState({ kind: 'making', format });
    const made = await call('reports.create', { period, setId: set.id, basis, format, masked, language });
    if (!made.ok) return setState({ kind: 'failed', format, errors: made.errors });
    setState({ kind: 'made', report: made.value });
    download(packageUrl(made.value.downloadId), made.value.fileName);
  };
  return { state, make };
}
