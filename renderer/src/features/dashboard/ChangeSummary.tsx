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
  const past = inSentence(earlier);
  const [first] = thresholds;
  const title = set.thresholds.find(({ id }) => id === first?.thresholdId)?.title;
  const missing = withoutThen + withoutNow;
  return (
    <div className={classes.sentences}>
      <p>
        <strong>{t('change.rose', { rose: count(rose), units: count(units.length), past })}</strong>{' '}
        {t('change.fell', { fell: count(fell), stayed: count(stayed) })}
        {missing > 0 && (
          <>
            {' '}
            {t('change.incomparable', {
              missing: count(missing),
              withoutNow: count(withoutNow),
              withoutThen: count(withoutThen),
              past,
            })}
          </>
        )}
      </p>
      {mean.past !== null && mean.now !== null && (
        <p>
          {t('change.mean', {
            units: count(mean.units),
            past,
            before: points(mean.past),
            after: points(mean.now),
            difference: difference(new Fraction(mean.now).sub(mean.past).toFraction()),
          })}
        </p>
      )}
      {first && title && (
        <p>
          {t('change.threshold', {
            title: text(title),
            past,
            reached: count(first.now.reached),
            units: count(first.now.units),
            reachedThen: count(first.past.reached),
            unitsThen: count(first.past.units),
            gained: count(first.gained),
            lost: count(first.lost),
          })}
        </p>
      )}
    </div>
  );
}
