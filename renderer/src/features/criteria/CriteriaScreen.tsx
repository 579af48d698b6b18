import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useCall } from '../../lib/useCall.ts';
import { Panel } from '../../ui/Panel.tsx';
import { ScreenPage } from '../../ui/ScreenPage.tsx';
import { WhenReady } from '../../ui/WhenReady.tsx';
import classes from './CriteriaScreen.module.css';
import { SetTable } from './SetTable.tsx';
import { WriteSet } from './WriteSet.tsx';

/** The criteria sets of this machine, and for the levels above the way to one of their own. */
export function CriteriaScreen() {
  const { t } = useTranslation('criteria');
  const sets = useCall('criteria.list', {});
  const profile = useCall('profile.read', {});
  return (
    <ScreenPage title={t('title')} back={{ href: '/settings', label: t('backToSettings') }}>
      <Stack gap="md">
        <Panel title={t('list.title')}>
          <p className={classes.lead}>
            {t('list.lead')} <Link href="/imports">{t('list.receive')}</Link>
          </p>
          <WhenReady loaded={sets}>{(list) => <SetTable sets={list} />}</WhenReady>
        </Panel>
        <WhenReady loaded={profile}>
          {({ profile: who }) =>
            who === null || who.role === 'commune' ? null : (
              <Panel title={t('write.title')}>
                <WriteSet onPublished={sets.reload} />
              </Panel>
            )
          }
        </WhenReady>
      </Stack>
    </ScreenPage>
  );
}
