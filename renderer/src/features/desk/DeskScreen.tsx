import { assertNever } from '#shared/errors/assertNever.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { WaitingNotice } from '../../ui/WaitingNotice.tsx';
import { DeskLayout } from './DeskLayout.tsx';
import classes from './DeskScreen.module.css';
import { useDeskContent } from './useDeskContent.ts';

interface DeskScreenProps {
  readonly assessmentId: string;
  readonly criterionId: string | null;
}

/** The scoring desk of one assessment. */
export function DeskScreen({ assessmentId, criterionId }: DeskScreenProps) {
  const { state, reload } = useDeskContent(assessmentId);
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
      return <DeskLayout content={state.value} criterionId={criterionId} />;
    default:
      return assertNever(state);
  }
}
