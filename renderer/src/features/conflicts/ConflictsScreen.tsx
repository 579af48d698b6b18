import { useTranslation } from 'react-i18next';
import { ScreenPage } from '../../ui/ScreenPage.tsx';
import { WhenReady } from '../../ui/WhenReady.tsx';
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
  const loaded = useConflictContent(assessmentId);
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
      <WhenReady loaded={loaded}>
        {(conflicts) => (
          <ConflictsPage conflicts={conflicts} criterionId={criterionId} onStale={loaded.reload} />
        )}
      </WhenReady>
    </ScreenPage>
  );
}

function deskPlace(assessmentId: string, criterionId: string | null): string {
  return criterionId === null
    ? `/assessments/${assessmentId}`
    : `/assessments/${assessmentId}/${criterionId}`;
}
