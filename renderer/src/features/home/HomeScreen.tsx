import { Button, Group, Stack, Title } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
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
      <AssessmentList assessments={assessments} onCreate={() => setIsCreating(true)} />
      {isCreating && (
        <Suspense>
          <NewAssessmentDialog known={known} onClose={() => setIsCreating(false)} />
        </Suspense>
      )}
    </div>
  );
}

interface AssessmentListProps {
  readonly assessments: Loaded<readonly AssessmentSummary[]>;
  readonly onCreate: () => void;
}

function AssessmentList({ assessments: { state, reload }, onCreate }: AssessmentListProps) {
  switch (state.kind) {
    case 'loading':
      return <WaitingNotice />;
    case 'failed':
      return <ErrorNotice errors={state.errors} onRetry={reload} />;
    case 'ready':
      if (state.value.length === 0) return <FirstUse onCreate={onCreate} />;
      return <Cards assessments={state.value} />;
    default:
      return assertNever(state);
  }
}

function Cards({ assessments }: { readonly assessments: readonly AssessmentSummary[] }) {
  const { t } = useTranslation('home');
  const { notesOf, total } = useAssessmentNotes();
  return (
    <>
      <ConflictNotice count={total} />
      <Stack component="ul" aria-label={t('title')} className={classes.list} gap="sm">
        {assessments.map((assessment) => (
          <li key={assessment.id}>
            <AssessmentCard assessment={assessment} notes={notesOf(assessment.id)} />
          </li>
        ))}
      </Stack>
    </>
  );
}
