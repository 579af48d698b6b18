import { useOpenedAssessment } from '../../lib/useOpenedAssessment.ts';
import { WhenReady } from '../../ui/WhenReady.tsx';
import { SigningPage } from './SigningPage.tsx';

/** Self-check and signature of one assessment. */
export function SigningScreen({ assessmentId }: { readonly assessmentId: string }) {
  const loaded = useOpenedAssessment(assessmentId);
  return (
    <WhenReady loaded={loaded}>
      {(opened) => <SigningPage opened={opened} onStale={loaded.reload} />}
    </WhenReady>
  );
}
