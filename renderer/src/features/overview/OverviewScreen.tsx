import { assertNever } from '#shared/errors/assertNever.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { WaitingNotice } from '../../ui/WaitingNotice.tsx';
import { OverviewPage } from './OverviewPage.tsx';
import { useOverview } from './useOverview.ts';

/** One assessment as a whole. */
export function OverviewScreen({ assessmentId }: { readonly assessmentId: string }) {
  const { state, reload } = useOverview(assessmentId);
  switch (state.kind) {
    case 'loading':
      return <WaitingNotice />;
    case 'failed':
      return <ErrorNotice errors={state.errors} onRetry={reload} />;
    case 'ready':
      return <OverviewPage overview={state.value} />;
    default:
      return assertNever(state);
  }
}
