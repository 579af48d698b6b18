import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useResultsRequest } from '../../lib/resultsRequest.ts';
import { useCall } from '../../lib/useCall.ts';
import { ScreenPage } from '../../ui/ScreenPage.tsx';
import { WhenReady } from '../../ui/WhenReady.tsx';
import classes from './Dashboard.module.css';
import { DashboardPage } from './DashboardPage.tsx';
import { toDashboardPart, useDashboardView } from './dashboardView.ts';

/** All units of a period side by side. */
export function DashboardScreen({ part }: { readonly part: string | undefined }) {
  const { t } = useTranslation(['dashboard', 'app']);
  useAskedPeriod();
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

/** Turns once to the period whose results another screen asked to give back. */
function useAskedPeriod(): void {
  const { asked, isNew, take } = useResultsRequest();
  const { choosePeriod, chooseSet } = useDashboardView();
  useEffect(() => {
    if (!isNew || asked === null) return;
    choosePeriod(asked.period);
    chooseSet(asked.setId);
    take();
  }, [asked, isNew, take, choosePeriod, chooseSet]);
}
