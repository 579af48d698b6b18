import { Button, Group, Title } from '@mantine/core';
import { IconChartBar, IconFileImport, IconListCheck, IconPlus, IconTransfer } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { assertNever } from '#shared/errors/assertNever.ts';
import { useCall } from '../../lib/useCall.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { WaitingNotice } from '../../ui/WaitingNotice.tsx';
import { AssessmentCards } from './AssessmentCards.tsx';
import { FirstUse } from './FirstUse.tsx';
import classes from './HomeScreen.module.css';
import { OutboxNotice } from './OutboxNotice.tsx';
import { useFoundAssessments } from './useFoundAssessments.ts';

const NewAssessmentDialog = lazy(() =>
  import('./NewAssessmentDialog.tsx').then(({ NewAssessmentDialog: Dialog }) => ({ default: Dialog })),
);

/** Every assessment on this machine, and the way to a new one. */
export function HomeScreen() {
  const { t } = useTranslation(['home', 'app']);
  const found = useFoundAssessments();
  const appraises = useAppraises();
  const [isCreating, setIsCreating] = useState(false);
  useEffect(() => {
    document.title = t('app:productName');
  }, [t]);
  const isInUse = found.state.kind === 'ready' && found.state.value.total > 0;
  return (
    <div className={classes.screen}>
      <Group justify="space-between" mb="lg">
        <Title order={1}>{t('title')}</Title>
        {isInUse && (
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
            <Button
              component={Link}
              href="/sync"
              variant="default"
              leftSection={<IconTransfer size={18} aria-hidden />}
            >
              {t('sync')}
            </Button>
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setIsCreating(true)}>
              {t('newAssessment')}
            </Button>
          </Group>
        )}
      </Group>
      <OutboxNotice />
      <AssessmentList found={found} appraises={appraises} onCreate={() => setIsCreating(true)} />
      {isCreating && (
        <Suspense>
          <NewAssessmentDialog onClose={() => setIsCreating(false)} />
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
  readonly found: ReturnType<typeof useFoundAssessments>;
  readonly onCreate: () => void;
}

function AssessmentList({ found, appraises, onCreate }: AssessmentListProps) {
  const { state, reload, text, setText, showMore } = found;
  switch (state.kind) {
    case 'loading':
      return <WaitingNotice />;
    case 'failed':
      return <ErrorNotice errors={state.errors} onRetry={reload} />;
    case 'ready':
      if (state.value.total === 0) return <FirstUse onCreate={onCreate} />;
      return (
        <AssessmentCards
          list={state.value}
          appraises={appraises}
          text={text}
          onText={setText}
          onMore={showMore}
        />
      );
    default:
      return assertNever(state);
  }
}
