import { assertNever } from '#shared/errors/assertNever.ts';
import { useOpenedAssessment } from '../../lib/useOpenedAssessment.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { WaitingNotice } from '../../ui/WaitingNotice.tsx';
import { SigningPage } from './SigningPage.tsx';

/** Self-check and signature of one assessment. */
export function SigningScreen({ assessmentId }: { readonly assessmentId: string }) {
  const { state, reload } = useOpenedAssessment(assessmentId);
  switch (state.kind) {
    case 'loading':
      return <WaitingNotice />;
    case 'failed':
      return <ErrorNotice errors={state.errors} onRetry={reload} />;
    case 'ready':
      return <SigningPage opened={state.value} />;
    default:
      return assertNever(state);
  }
}
