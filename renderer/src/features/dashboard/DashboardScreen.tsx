import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { assertNever } from '#shared/errors/assertNever.ts';
import { useCall } from '../../lib/useCall.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { ScreenPage } from '../../ui/ScreenPage.tsx';
import { WaitingNotice } from '../../ui/WaitingNotice.tsx';
import classes from './Dashboard.module.css';
import { DashboardPage } from './DashboardPage.tsx';
import { toDashboardPart } from './dashboardView.ts';

/** All units of a period side by side. */
export function DashboardScreen({ part }: { readonly part: string | undefined }) {
  const { t } = useTranslation(['dashboard', 'app']);
  const { state, reload } = useCall('dashboard.choices', {});
  switch (state.kind) {
    case 'loading':
      return <WaitingNotice />;
    case 'failed':
      return <ErrorNotice errors={state.errors} onRetry={reload} />;
    case 'ready':
      if (state.value.choices.length > 0)
        return <DashboardPage choices={state.value.choices} part={toDashboardPart(part)} />;
      return (
        <ScreenPage title={t('title')} back={{ href: '/', label: t('app:toHome') }}>
          <p className={classes.lead}>{t('nothing')}</p>
          <Button component={Link} href="/imports" leftSection={<IconFileImport size={18} aria-hidden />}>
            {t('toImports')}
          </Button>
        </ScreenPage>
      );
    default:
      return assertNever(state);
  }
}
