import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/errors/assertNever.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { ScreenPage } from '../../ui/ScreenPage.tsx';
import { WaitingNotice } from '../../ui/WaitingNotice.tsx';
import { ConflictsPage } from './ConflictsPage.tsx';
import { useConflictContent } from './useConflictContent.ts';

interface ConflictsScreenProps {
  /** Null for all assessments. */
  readonly assessmentId: string | null;
  /** Where to begin; null for the first. */
  readonly criterionId: string | null;
}

/** Values that contradict each other, side by side, until a person decides. */
export function ConflictsScreen({ assessmentId, criterionId }: ConflictsScreenProps) {
  const { t } = useTranslation(['conflicts', 'app']);
  const { state, reload } = useConflictContent(assessmentId);
  return (
    <ScreenPage
      title={t('title')}
      subtitle={t('lead')}
      back={
        assessmentId === null
          ? { href: '/', label: t('app:toHome') }
          : { href: deskPlace(assessmentId, criterionId), label: t('toDesk') }
      }
    >
      <Body state={state} reload={reload} criterionId={criterionId} />
    </ScreenPage>
  );
}

function deskPlace(assessmentId: string, criterionId: string | null): string {
  return criterionId === null
    ? `/assessments/${assessmentId}`
    : `/assessments/${assessmentId}/${criterionId}`;
}

type BodyProps = ReturnType<typeof useConflictContent> & Pick<ConflictsScreenProps, 'criterionId'>;

function Body({ state, reload, criterionId }: BodyProps) {
  switch (state.kind) {
    case 'loading':
      return <WaitingNotice />;
    case 'failed':
      return <ErrorNotice errors={state.errors} onRetry={reload} />;
    case 'ready':
      return <ConflictsPage conflicts={state.value} criterionId={criterionId} onDecided={reload} />;
    default:
      return assertNever(state);
  }
}
