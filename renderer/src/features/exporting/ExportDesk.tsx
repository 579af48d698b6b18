import { lazy, Suspense } from 'react';
import { useExportRequest } from '../../lib/exportRequest.ts';

const ExportDialog = lazy(() =>
  import('./ExportDialog.tsx').then(({ ExportDialog: Dialog }) => ({ default: Dialog })),
);

/** The export dialog while somebody asks for it; nothing of it is read before. */
export function ExportDesk() {
  const { assessmentId, end } = useExportRequest();
  if (assessmentId === null) return null;
  return (
    <Suspense>
      <ExportDialog key={assessmentId} assessmentId={assessmentId} onClose={end} />
    </Suspense>
  );
}
