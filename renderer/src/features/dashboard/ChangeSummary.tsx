import Fraction from 'fraction.js';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import { useFormat } from '../../lib/useFormat.ts';
import classes from './Change.module.css';
import { useChangeWords, type Comparison } from './useChangeWords.ts';
import { useDashboardWords } from './useDashboardWords.ts';

interface ChangeSummaryProps {
  readonly dashboard: Dashboard;
  readonly comparison: Comparison;
}

/** In plain sentences: who rose and fell, the mean, and the first threshold. */
export function ChangeSummary({ dashboard: { set }, comparison }: ChangeSummaryProps) {
  const { t } = useTranslation('dashboard');
  const { text } = useFormat();
  const { points, count } = useDashboardWords(set);
  const { difference, inSentence } = useChangeWords();
  const { units, rose, fell, stayed, withoutThen, withoutNow, mean, thresholds, earlier } = comparison;
  const then = inSentence(earlier);
  const [first] = thresholds;
  const title = set.thresholds.find(({ id }) => id === first?.thresholdId)?.title;
  const missing = withoutThen + withoutNow;
  return (
    <div className={classes.sentences}>
      <p>
        <strong>{t('change.rose', { rose: count(rose), units: count(units.length), then })}</strong>{' '}
        {t('change.fell', { fell: count(fell), stayed: count(stayed) })}
        {missing > 0 && (
          <>
            {' '}
            {t('change.incomparable', {
              missing: count(missing),
              withoutNow: count(withoutNow),
              withoutThen: count(withoutThen),
              then,
            })}
          </>
        )}
      </p>
      {mean.then !== null && mean.now !== null && (
        <p>
          {t('change.mean', {
            units: count(mean.units),
            then,
            before: points(mean.then),
            after: points(mean.now),
            difference: difference(new Fraction(mean.now).sub(mean.then).toFraction()),
          })}
        </p>
      )}
      {first && title && (
        <p>
          {t('change.threshold', {
            title: text(title),
            then,
            reached: count(first.now.reached),
            units: count(first.now.units),
            reachedThen: count(first.then.reached),
            unitsThen: count(first.then.units),
            gained: count(first.gained),
            lost: count(first.lost),
          })}
        </p>
      )}
    </div>
  );
}
