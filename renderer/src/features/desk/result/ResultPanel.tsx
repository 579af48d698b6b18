import { useTranslation } from 'react-i18next';
import { zero } from '#shared/domain/scoring/pointsOfRule.ts';
import type { AssessmentScore } from '#shared/domain/scoring/scoreAssessment.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { useDeskFrame } from '../deskContext.ts';
import { MandatoryList } from './MandatoryList.tsx';
import { PointsGauge } from './PointsGauge.tsx';
import classes from './ResultPanel.module.css';
import { ReturnedResultPart } from './ReturnedResultPart.tsx';
import { StandingTable } from './StandingTable.tsx';

/** The chairman's questions: are we at 80 %, what is missing. */
export function ResultPanel({ score }: { readonly score: AssessmentScore }) {
  const { t } = useTranslation('desk');
  const { text, number } = useFormat();
  const { frame, assessment } = useDeskFrame();
  const { bands } = frame.set;
  return (
    <div>
      {assessment.result !== null && <ReturnedResultPart result={assessment.result} />}
      <h2 className={classes.title}>{t('result.title')}</h2>
      <PointsGauge score={score} />
      <StandingTable score={score} />
      <dl className={classes.facts}>
        <div>
          <dt>{bands.derived ? t('result.bandDerived') : t('result.band')}</dt>
          <dd>{score.band === null ? t('result.noBand') : text(score.band.name)}</dd>
        </div>
        {score.bonus.gt(zero) && (
          <div>
            <dt>{t('result.bonus')}</dt>
            <dd>{t('result.plus', { points: number(score.bonus) })}</dd>
          </div>
        )}
        {score.penalty.gt(zero) && (
          <div>
            <dt>{t('result.penalty')}</dt>
            <dd>{t('result.minus', { points: number(score.penalty) })}</dd>
          </div>
        )}
        {!score.total.equals(score.claimed.points) && (
          <div>
            <dt>{t('result.total')}</dt>
            <dd>{number(score.total)}</dd>
          </div>
        )}
      </dl>
      <MandatoryList criteria={score.mandatoryUnmet} />
      <div className={classes.note}>
        <Disclosure title={t('result.aboutBand')}>{text(bands.note)}</Disclosure>
      </div>
    </div>
  );
}
