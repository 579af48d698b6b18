import { Button, Stack } from '@mantine/core';
import { IconDatabaseExport } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ScreenPage } from '../../ui/ScreenPage.tsx';
import { WaitingNotice } from '../../ui/WaitingNotice.tsx';
import classes from './BackupsScreen.module.css';
import { BackupTable } from './BackupTable.tsx';
import { SupportBundle } from './SupportBundle.tsx';
import { useBackups } from './useBackups.ts';

const RestoreDialog = lazy(() =>
  import('./RestoreDialog.tsx').then(({ RestoreDialog: Dialog }) => ({ default: Dialog })),
);

/** What is kept against loss, the way back to it, and what goes to whoever helps. */
export function BackupsScreen() {
  const { t } = useTranslation('backups');
  const { dayAndTime } = useFormat();
  const { state, reload, step, create, ask, stop, restore } = useBackups();
  const isBusy = step.kind === 'creating' || step.kind === 'restoring';
  return (
    <ScreenPage title={t('title')} back={{ href: '/settings', label: t('backToSettings') }}>
      <Stack gap="md">
        <Panel title={t('list.title')}>
          <p className={classes.lead}>{t('list.lead')}</p>
          <Button
            leftSection={<IconDatabaseExport size={18} aria-hidden />}
            loading={step.kind === 'creating'}
            disabled={isBusy}
            onClick={() => void create()}
          >
            {t('list.create')}
          </Button>
          <p role="status" className={classes.done}>
            {step.kind === 'created' && t('list.created')}
            {step.kind === 'restored' && t('restored', { moment: dayAndTime(step.createdAt) })}
          </p>
          {step.kind === 'failed' && <ErrorNotice errors={step.errors} />}
          {state.kind === 'loading' && <WaitingNotice />}
          {state.kind === 'failed' && <ErrorNotice errors={state.errors} onRetry={reload} />}
          {state.kind === 'ready' && <BackupTable backups={state.value} isBusy={isBusy} onRestore={ask} />}
        </Panel>
        <Panel title={t('support.title')}>
          <SupportBundle />
        </Panel>
      </Stack>
      {(step.kind === 'asking' || step.kind === 'restoring') && (
        <Suspense>
          <RestoreDialog
            backup={step.backup}
            isRestoring={step.kind === 'restoring'}
            onClose={stop}
            onConfirm={() => void restore(step.backup)}
          />
        </Suspense>
      )}
    </ScreenPage>
  );
}
