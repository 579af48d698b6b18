import { lazy, Suspense } from 'react';
import { useLineageRequest } from '../../lib/lineageRequest.ts';

const LineageDialog = lazy(() =>
  import('./LineageDialog.tsx').then(({ LineageDialog: Dialog }) => ({ default: Dialog })),
);

/** The dialog that tells where a value came from, while somebody asks; nothing of it is read before. */
export function LineageDesk() {
  const { question, end } = useLineageRequest();
  if (question === null) return null;
  return (
    <Suspense>
      <LineageDialog question={question} onClose={end} />
    </Suspense>
  );
}
