import { shareThresholds } from '../../domain/ranking/thresholdShares.ts';
import { formatPercent } from '../formatFigure.ts';
import type { Words } from '../words.ts';
import type { ReportedPeriod } from './reportedPeriod.ts';
import { standings } from './wholeTables.ts';

/** One sentence for each threshold: how many of all units have reached it. */
export function describeThresholds(
  { set, units, basis }: ReportedPeriod,
  { language, translate }: Words,
): readonly string[] {
  return shareThresholds(set.thresholds, units, basis)
    .filter(({ peers }) => peers === null)
    .map(({ threshold, reached, open, units: all, share }) =>
      translate('summary:findingThreshold', {
        title: threshold.title[language],
        reached,
        units: all,
        share: formatPercent(share, language),
        open,
      }),
    );
}

/** One sentence for each target of a plan. */
export function describeTargets(reported: ReportedPeriod, { language, translate }: Words): readonly string[] {
  return standings(reported).map(({ target, state, wanted, missing, share }) =>
    translate(`summary:findingTarget-${state}`, {
      title: target.title[language],
      year: target.year,
      reached: share.reached,
      wanted,
      missing,
    }),
  );
}
