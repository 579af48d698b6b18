import { WhenReady } from '../../ui/WhenReady.tsx';
import { DeskLayout } from './DeskLayout.tsx';
import { useDeskContent } from './useDeskContent.ts';

interface DeskScreenProps {
  readonly assessmentId: string;
  readonly criterionId: string | null;
}

/** The scoring desk of one assessment. */
export function DeskScreen({ assessmentId, criterionId }: DeskScreenProps) {
  return (
    <WhenReady loaded={useDeskContent(assessmentId)}>
      {(content) => <DeskLayout content={content} criterionId={criterionId} />}
    </WhenReady>
  );
}
