import { Button, Group, Stack, Title } from '@mantine/core';
import { IconChartBar, IconFileImport, IconListCheck, IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { assertNever } from '#shared/errors/assertNever.ts';
import type { AssessmentSummary } from '#shared/api/contract.ts';
import { useCall, type Loaded } from '../../lib/useCall.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { WaitingNotice } from '../../ui/WaitingNotice.tsx';
import { AssessmentCard } from './AssessmentCard.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import { FirstUse } from './FirstUse.tsx';
import classes from './HomeScreen.module.css';
import { useAssessmentNotes } from './useAssessmentNotes.ts';

const NewAssessmentDialog = lazy(() =>
  import('./NewAssessmentDialog.tsx').then(({ NewAssessmentDialog: Dialog }) => ({ default: Dialog })),
);

/** Every assessment on this machine, and the way to a new one. */
export function HomeScreen() {
  const { t } = useTranslation(['home', 'app']);
  const assessments = useCall('assessments.list', {});
  const appraises = useAppraises();
  const [isCreating, setIsCreating] = useState(false);
  useEffect(() => {
    document.title = t('app:productName');
  }, [t]);
  const known = assessments.state.kind === 'ready' ? assessments.state.value : [];
  return (
    <div className={classes.screen}>
      <Group justify="space-between" mb="lg">
        <Title order={1}>{t('title')}</Title>
        {known.length > 0 && (
          <Group gap="sm">
            {appraises && (
              <Button
                component={Link}
                href="/dashboard"
                variant="default"
                leftSection={<IconChartBar size={18} aria-hidden />}
              >
                {t('dashboard')}
              </Button>
            )}
            {appraises && (
              <Button
                component={Link}
                href="/chase"
                variant="default"
                leftSection={<IconListCheck size={18} aria-hidden />}
              >
                {t('chase')}
              </Button>
            )}
            <Button
              component={Link}
              href="/imports"
              variant="default"
              leftSection={<IconFileImport size={18} aria-hidden />}
            >
              {t('receive')}
            </Button>
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setIsCreating(true)}>
              {t('newAssessment')}
            </Button>
          </Group>
        )}
      </Group>
      <AssessmentList assessments={assessments} appraises={appraises} onCreate={() => setIsCreating(true)} />
      {isCreating && (
        <Suspense>
          <NewAssessmentDialog known={known} onClose={() => setIsCreating(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** Whether others' assessments are judged here. */
function useAppraises(): boolean {
  const { state } = useCall('profile.read', {});
  const role = state.kind === 'ready' ? state.value.profile?.role : undefined;
  return role === 'aggregator' || role === 'city';
}

interface AssessmentListProps {
  readonly appraises: boolean;
  readonly assessments: Loaded<readonly AssessmentSummary[]>;
  readonly onCreate: () => void;
}

function AssessmentList({ assessments: { state, reload }, appraises, onCreate }: AssessmentListProps) {
  switch (state.kind) {
    case 'loading':
      return <WaitingNotice />;
    case 'failed':
      return <ErrorNotice errors={state.errors} onRetry={reload} />;
    case 'ready':
      if (state.value.length === 0) return <FirstUse onCreate={onCreate} />;
      return <Cards assessments={state.value} appraises={appraises} />;
    default:
      return assertNever(state);
  }
}

interface CardsProps {
  readonly assessments: readonly AssessmentSummary[];
  readonly appraises: boolean;
}

function Cards({ assessments, appraises }: CardsProps) {
  const { t } = useTranslation('home');
  const { notesOf, total } = useAssessmentNotes();
  return (
    <>
      <ConflictNotice count={total} />
      <Stack component="ul" aria-label={t('title')} className={classes.list} gap="sm">
        {assessments.map((assessment) => (
          <li key={assessment.id}>
            <AssessmentCard assessment={assessment} notes={notesOf(assessment.id)} appraises={appraises} />
          </li>
        ))}
      </Stack>
    </>
  );
}
