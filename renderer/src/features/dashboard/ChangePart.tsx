import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import { useCall } from '../../lib/useCall.ts';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import { Panel } from '../../ui/Panel.tsx';
import { WhenReady } from '../../ui/WhenReady.tsx';
import classes from './Change.module.css';
import { ChangeSummary } from './ChangeSummary.tsx';
import { CriterionChanges } from './CriterionChanges.tsx';
import { useDashboardView } from './dashboardView.ts';
import { ThresholdChanges } from './ThresholdChanges.tsx';
import { UnitChanges } from './UnitChanges.tsx';

/** What became of all units since an earlier period. */
export function ChangePart({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation('dashboard');
  const describePeriod = usePeriodText();
  const { earlier, chooseEarlier } = useDashboardView();
  const { period, set, basis } = dashboard;
  const loaded = useCall('dashboard.compare', { period, setId: set.id, basis, earlier });
  return (
    <WhenReady loaded={loaded}>
      {({ choices, comparison }) =>
        comparison === null ? (
          <Panel title={t('parts.change')}>
            <p>{t('change.none')}</p>
          </Panel>
        ) : (
          <>
            <Panel title={t('change.title')}>
              <div className={classes.head}>
                <ChangeSummary dashboard={dashboard} comparison={comparison} />
                <NativeSelect
                  label={t('change.earlier')}
                  value={comparison.earlier}
                  data={choices.map((code) => ({ value: code, label: describePeriod(code) }))}
                  onChange={(event) => chooseEarlier(event.currentTarget.value)}
                />
              </div>
              <ThresholdChanges dashboard={dashboard} comparison={comparison} />
            </Panel>
            <Panel title={t('change.units')}>
              <UnitChanges dashboard={dashboard} comparison={comparison} />
            </Panel>
            <Panel title={t('change.criteria')}>
              <CriterionChanges dashboard={dashboard} comparison={comparison} />
            </Panel>
          </>
        )
      }
    </WhenReady>
  );
}
