import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import classes from './Dashboard.module.css';
import type { Comparison } from './useChangeWords.ts';
import { useDashboardWords } from './useDashboardWords.ts';

interface ThresholdChangesProps {
  readonly dashboard: Dashboard;
  readonly comparison: Comparison;
}

/** How many units had and have reached each threshold, and how far it is to the next target. */
export function ThresholdChanges({ dashboard: { set, period }, comparison }: ThresholdChangesProps) {
  const { t } = useTranslation('dashboard');
  const { text } = useFormat();
  const { share, count } = useDashboardWords(set);
  const describePeriod = usePeriodText();
  const titleOf = (id: string): string => {
    const found = set.thresholds.find((threshold) => threshold.id === id);
    return found ? text(found.title) : id;
  };
  return (
    <>
      <table className={classes.table} aria-label={t('shares.title')}>
        <thead>
          <tr>
            <th scope="col">{t('shares.threshold')}</th>
            <th scope="col" className={classes.figure}>
              {describePeriod(comparison.earlier)}
            </th>
            <th scope="col" className={classes.figure}>
              {describePeriod(period)}
            </th>
            <th scope="col" className={classes.figure}>
              {t('change.gainedUnits')}
            </th>
            <th scope="col" className={classes.figure}>
              {t('change.lostUnits')}
            </th>
            <th scope="col">{t('change.next')}</th>
          </tr>
        </thead>
        <tbody>
          {comparison.thresholds.map(({ thresholdId, past, now, gained, lost, next }) => (
            <tr key={thresholdId}>
              <th scope="row">{titleOf(thresholdId)}</th>
              {[past, now].map(({ units, reached, share: ofAll }, index) => (
                <td key={index === 0 ? 'then' : 'now'} className={classes.figure}>
                  <strong>{share(ofAll)}</strong>
                  <span className={classes.small}>
                    {t('ranking.of', { part: count(reached), whole: count(units) })}
                  </span>
                </td>
              ))}
              <td className={classes.figure}>{count(gained)}</td>
              <td className={classes.figure}>{count(lost)}</td>
              <td>
                {next === null ? (
                  <span className={classes.soft}>{t('change.noTarget')}</span>
                ) : (
                  t(next.missing === 0 ? 'change.targetReached' : 'change.targetMissing', {
                    year: next.year,
                    wanted: count(next.wanted),
                    missing: count(next.missing),
                  })
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.note}>{t('change.thresholdNote')}</p>
    </>
  );
}
