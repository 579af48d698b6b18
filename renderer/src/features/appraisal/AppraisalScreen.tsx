import { WhenReady } from '../../ui/WhenReady.tsx';
import { AppraisalDesk } from './AppraisalDesk.tsx';
import { useAppraisalContent } from './useAppraisalContent.ts';

interface AppraisalScreenProps {
  readonly assessmentId: string;
  readonly criterionId: string | null;
}

/** Where a unit's answers are judged, criterion by criterion. */
export function AppraisalScreen({ assessmentId, criterionId }: AppraisalScreenProps) {
  const content = useAppraisalContent(assessmentId);
  return (
    <WhenReady loaded={content}>
      {(value) => <AppraisalDesk content={value} criterionId={criterionId} onSaved={content.reload} />}
    </WhenReady>
  );
}
