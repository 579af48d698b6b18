import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { CountBar } from './CountBar.tsx';
import classes from './Dashboard.module.css';
import { useDashboardWords } from './useDashboardWords.ts';

/** How many units have reached each threshold: all together, then kind by kind. */
export function ShareTable({ dashboard: { set, shares } }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation('dashboard');
  const { text } = useFormat();
  const { count, share: percent, kind } = useDashboardWords(set);
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('shares.threshold')}</th>
            <th scope="col">{t('shares.units')}</th>
            <th scope="col" className={classes.barColumn}>
              {t('shares.bar')}
            </th>
            {(['share', 'reached', 'open', 'notReached'] as const).map((column) => (
              <th key={column} scope="col" className={classes.figure}>
                {t(`shares.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {set.thresholds.map(({ id, title }) => {
          const own = shares.filter(({ thresholdId }) => thresholdId === id);
          return (
            <tbody key={id}>
              {own.map(({ peers, units, reached, open, notReached, share }) => (
                <tr key={peers ?? ''} data-whole={peers === null}>
                  {peers === null && (
                    <th scope="rowgroup" rowSpan={own.length}>
                      {text(title)}
                    </th>
                  )}
                  <td>{peers === null ? t('shares.allUnits') : kind(peers)}</td>
                  <td>
                    <CountBar part={reached} open={open} whole={units} />
                  </td>
                  <td className={classes.figure}>
                    <strong>{percent(share)}</strong>
                  </td>
                  <td className={classes.figure}>{count(reached)}</td>
                  <td className={classes.figure}>{count(open)}</td>
                  <td className={classes.figure}>{count(notReached)}</td>
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
      <p className={classes.note}>{t('shares.note')}</p>
    </>
  );
}
