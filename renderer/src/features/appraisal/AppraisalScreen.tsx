import { assertNever } from '#shared/errors/assertNever.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { WaitingNotice } from '../../ui/WaitingNotice.tsx';
import { AppraisalDesk } from './AppraisalDesk.tsx';
import classes from './AppraisalDesk.module.css';
import { useAppraisalContent } from './useAppraisalContent.ts';

interface AppraisalScreenProps {
  readonly assessmentId: string;
  readonly criterionId: string | null;
}

/** Where a unit's answers are judged, criterion by criterion. */
export function AppraisalScreen({ assessmentId, criterionId }: AppraisalScreenProps) {
  const { state, reload } = useAppraisalContent(assessmentId);
  switch (state.kind) {
    case 'loading':
      return <WaitingNotice />;
    case 'failed':
      return (
        <div className={classes.failure}>
          <ErrorNotice errors={state.errors} onRetry={reload} />
        </div>
      );
    case 'ready':
      return <AppraisalDesk content={state.value} criterionId={criterionId} onSaved={reload} />;
    default:
      return assertNever(state);
  }
}
