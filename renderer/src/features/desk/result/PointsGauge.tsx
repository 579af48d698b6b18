import { useTranslation } from 'react-i18next';
import type { AssessmentScore } from '#shared/domain/scoring/scoreAssessment.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { PercentGauge } from '../../../ui/PercentGauge.tsx';
import { useDeskFrame } from '../deskContext.ts';
import { boundsInPoints, boundsOfSet } from '#shared/report/boundsOfSet.ts';
import classes from './PointsGauge.module.css';

/** The percentage of points against its marks; the range as long as something is open. */
export function PointsGauge({ score }: { readonly score: AssessmentScore }) {
  const { t } = useTranslation('desk');
  const { percent, number } = useFormat();
  const { set } = useDeskFrame().frame;
  const bounds = boundsOfSet(set, 'points');
  const { claimed } = score;
  const marks = set.thresholds
    .filter(({ measure }) => measure === 'points')
    .map(({ at }) => ({ at: Number(at), label: percent(at) }));
  const isReached = claimed.verdicts.some(
    ({ threshold, state }) => threshold.measure === 'points' && state === 'reached',
  );
  if (claimed.percent === null || claimed.ceilingPercent === null) return <p>{t('result.nothingCounts')}</p>;
  const shown = {
    percent: percent(claimed.percent, bounds),
    ceiling: percent(claimed.ceilingPercent, bounds),
    points: number(claimed.points, boundsInPoints(set, claimed.max)),
    max: number(claimed.max),
  };
  const isOpen = claimed.criteriaOpen > 0;
  return (
    <div>
      <p className={classes.figures}>
        <strong className={classes.percent}>{shown.percent}</strong>
        <span>{t('result.pointsOfMax', shown)}</span>
      </p>
      <PercentGauge
        sentence={isOpen ? t('result.gaugeOpen', shown) : t('result.gaugeClosed', shown)}
        floor={claimed.percent.valueOf()}
        ceiling={claimed.ceilingPercent.valueOf()}
        marks={marks}
        isReached={isReached}
      />
      <p className={classes.range}>
        {isOpen ? t('result.range', { ...shown, count: claimed.criteriaOpen }) : t('result.complete')}
      </p>
    </div>
  );
}
