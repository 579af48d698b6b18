import { useState } from 'react';
import type { CallOutput } from '#shared/api/contract.ts';
import type { AppError, Result } from '#shared/errors/result.ts';
import { download } from '../../lib/fileFromBackend.ts';
import { packageUrl } from '../../lib/packageFiles.ts';

type Report = CallOutput<'reports.create'>;

export type ReportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making' }
  | { readonly kind: 'made'; readonly report: Report }
  | { readonly kind: 'failed'; readonly errors: readonly AppError[]; readonly retry: () => void };

/** Has a file made about what is shown, and hands it over. */
export function useReport() {
  const [state, setState] = useState<ReportState>({ kind: 'idle' });
  const make = (create: () => Promise<Result<Report>>): void => {
    setState({ kind: 'making' });
    void create().then((made) => {
      if (!made.ok) return setState({ kind: 'failed', errors: made.errors, retry: () => make(create) });
      setState({ kind: 'made', report: made.value });
      download(packageUrl(made.value.downloadId), made.value.fileName);
    });
  };
  return { state, make };
}
