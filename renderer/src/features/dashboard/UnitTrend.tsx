import { useTranslation } from 'react-i18next';
import type { Dashboard, DashboardTrend } from '#shared/api/contract.ts';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import classes from './Dashboard.module.css';
import { useDashboardWords } from './useDashboardWords.ts';

interface UnitTrendProps {
  readonly trend: DashboardTrend;
  readonly set: Dashboard['set'];
}

/** Each unit period by period; where it did not stand yet, the mean of the units it was formed from. */
export function UnitTrend({ trend, set }: UnitTrendProps) {
  const { t } = useTranslation('dashboard');
  const { points } = useDashboardWords(set);
  const describePeriod = usePeriodText();
  const known = trend.units.filter((unit) => unit.points.some(({ percent }) => percent !== null));
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('trend.unit')}</th>
          {trend.periods.map((period) => (
            <th key={period} scope="col" className={classes.figure}>
              {describePeriod(period)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {known.map(({ unit, points: own }) => (
          <tr key={`${unit.code} ${unit.validFrom ?? ''}`}>
            <th scope="row">{unit.name}</th>
            {own.map(({ percent, formedFrom, isPartial }, index) => (
              <td key={trend.periods[index]} className={classes.figure}>
                {points(percent)}
                {formedFrom.length > 0 && (
                  <span className={classes.small}>
                    {t(isPartial ? 'trend.partly' : 'trend.formedFrom', { names: formedFrom.join(', ') })}
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
