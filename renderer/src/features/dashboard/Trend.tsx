import { useTranslation } from 'react-i18next';
import type { Dashboard, DashboardTrend } from '#shared/api/contract.ts';
import { useCall } from '../../lib/useCall.ts';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { WhenReady } from '../../ui/WhenReady.tsx';
import { CountBar } from './CountBar.tsx';
import classes from './Dashboard.module.css';
import { toFraction } from './dashboardFigures.ts';
import { UnitTrend } from './UnitTrend.tsx';
import { useDashboardWords } from './useDashboardWords.ts';

/** The declared share of points over the periods, read when the rest is there. */
export function Trend({ dashboard }: { readonly dashboard: Dashboard }) {
  const { period, set } = dashboard;
  const loaded = useCall('dashboard.trend', { period, setId: set.id });
  return <WhenReady loaded={loaded}>{(trend) => <Periods dashboard={dashboard} trend={trend} />}</WhenReady>;
}

interface PeriodsProps {
  readonly dashboard: Dashboard;
  readonly trend: DashboardTrend;
}

function Periods({ dashboard: { set }, trend }: PeriodsProps) {
  const { t } = useTranslation('dashboard');
  const { points, count } = useDashboardWords(set);
  const describePeriod = usePeriodText();
  return (
    <>
      <p className={classes.lead}>{t('trend.lead')}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('trend.period')}</th>
            <th scope="col" colSpan={2} className={classes.figure}>
              {t('trend.mean')}
            </th>
            <th scope="col" className={classes.figure}>
              {t('trend.units')}
            </th>
          </tr>
        </thead>
        <tbody>
          {trend.periods.map((period, index) => {
            const { mean, units } = trend.all[index] ?? { mean: null, units: 0 };
            return (
              <tr key={period}>
                <th scope="row">{describePeriod(period)}</th>
                <td className={classes.barColumn}>
                  <CountBar part={toFraction(mean)?.valueOf() ?? 0} whole={100} />
                </td>
                <td className={classes.figure}>
                  <strong>{points(mean)}</strong>
                </td>
                <td className={classes.figure}>{count(units)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {trend.periods.length < 2 ? (
        <p className={classes.note}>{t('trend.onlyOne')}</p>
      ) : (
        <Disclosure title={t('trend.ofUnits')}>
          <UnitTrend trend={trend} set={set} />
        </Disclosure>
      )}
    </>
  );
}
