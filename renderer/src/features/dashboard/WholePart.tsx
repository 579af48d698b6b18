import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import { Panel } from '../../ui/Panel.tsx';
import { BandTable } from './BandTable.tsx';
import classes from './Dashboard.module.css';
import { ShareTable } from './ShareTable.tsx';
import { TargetTable } from './TargetTable.tsx';
import { Trend } from './Trend.tsx';

/** How all units together stand. */
export function WholePart({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation('dashboard');
  return (
    <>
      <Panel title={t('shares.title')}>
        <ShareTable dashboard={dashboard} />
      </Panel>
      <Panel title={t('targets.title')}>
        <TargetTable dashboard={dashboard} />
      </Panel>
      <div className={classes.pair}>
        <Panel title={t('bands.title')}>
          <BandTable dashboard={dashboard} />
        </Panel>
        <Panel title={t('trend.title')}>
          <Trend dashboard={dashboard} />
        </Panel>
      </div>
    </>
  );
}
