import { formatDifference, formatPercent } from '../formatFigure.ts';
import { boundsOfSet } from '../boundsOfSet.ts';
import { formatPeriod } from '../formatPeriod.ts';
import type { Words } from '../words.ts';
import type { ComparedReport } from './comparisonTables.ts';

/** What became of all units since the earlier period: who rose and fell, the mean, and each threshold. */
export function comparisonFindings(
  { set, comparison }: ComparedReport,
  { language, translate }: Words,
): readonly string[] {
  const { units, rose, fell, stayed, withoutThen, withoutNow, mean, thresholds } = comparison;
  const past = formatPeriod(comparison.earlier, translate);
  const missing = withoutThen + withoutNow;
  const bounds = boundsOfSet(set, 'points');
  return [
    translate('summary:findingRose', { rose, fell, stayed, units: units.length, past }) +
      (missing === 0
        ? ''
        : ` ${translate('summary:findingIncomparable', { units: missing, withoutThen, withoutNow, past })}`),
    ...(mean.past && mean.now
      ? [
          translate('summary:findingMean', {
            units: mean.units,
            past,
            before: formatPercent(mean.past, language, bounds),
            after: formatPercent(mean.now, language, bounds),
            difference: formatDifference(mean.now.sub(mean.past), language),
          }),
        ]
      : []),
    ...thresholds.map(({ threshold, past: before, now, gained, lost }) =>
      translate('summary:findingStep', {
        title: threshold.title[language],
        past,
        reached: now.reached,
        units: now.units,
        reachedThen: before.reached,
        unitsThen: before.units,
        gained,
        lost,
      }),
    ),
  ];
}
