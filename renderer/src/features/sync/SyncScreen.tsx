import { Stack } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../lib/useCall.ts';
import { Panel } from '../../ui/Panel.tsx';
import { ScreenPage } from '../../ui/ScreenPage.tsx';
import { WhenReady } from '../../ui/WhenReady.tsx';
import { OutboxPanel } from './OutboxPanel.tsx';
import { SyncOutcome } from './SyncOutcome.tsx';
import { TargetsPanel } from './TargetsPanel.tsx';
import { useSyncWork } from './useSyncWork.ts';

/** What is on its way out, where it goes, and fetching what came back. Nothing here happens by itself. */
export function SyncScreen() {
  const { t } = useTranslation('sync');
  const outbox = useCall('outbox.list', {});
  const targets = useCall('targets.list', {});
  const { reload: reloadOutbox } = outbox;
  const { reload: reloadTargets } = targets;
  const work = useSyncWork(
    useCallback(() => {
      reloadOutbox();
      reloadTargets();
    }, [reloadOutbox, reloadTargets]),
  );
  return (
    <ScreenPage title={t('title')} subtitle={t('lead')} back={{ href: '/', label: t('back') }}>
      <Stack gap="md">
        <SyncOutcome work={work} />
        <Panel title={t('outbox.title')}>
          <WhenReady loaded={outbox}>
            {(items) => <OutboxPanel items={items} work={work} onChanged={reloadOutbox} />}
          </WhenReady>
        </Panel>
        <Panel title={t('targets.title')}>
          <WhenReady loaded={targets}>
            {(known) => <TargetsPanel targets={known} work={work} onChanged={reloadTargets} />}
          </WhenReady>
        </Panel>
      </Stack>
    </ScreenPage>
  );
}
