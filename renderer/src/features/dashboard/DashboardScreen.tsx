import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useCall } from '../../lib/useCall.ts';
import { ScreenPage } from '../../ui/ScreenPage.tsx';
import { WhenReady } from '../../ui/WhenReady.tsx';
import classes from './Dashboard.module.css';
import { DashboardPage } from './DashboardPage.tsx';
import { toDashboardPart } from './dashboardView.ts';

/** All units of a period side by side. */
export function DashboardScreen({ part }: { readonly part: string | undefined }) {
  const { t } = useTranslation(['dashboard', 'app']);
  return (
    <WhenReady loaded={useCall('dashboard.choices', {})}>
      {({ choices }) =>
        choices.length > 0 ? (
          <DashboardPage choices={choices} part={toDashboardPart(part)} />
        ) : (
          <ScreenPage title={t('title')} back={{ href: '/', label: t('app:toHome') }}>
            <p className={classes.lead}>{t('nothing')}</p>
            <Button component={Link} href="/imports" leftSection={<IconFileImport size={18} aria-hidden />}>
              {t('toImports')}
            </Button>
          </ScreenPage>
        )
      }
    </WhenReady>
  );
}
