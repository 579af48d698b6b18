import { useTranslation } from 'react-i18next';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { criterionMark } from '../navigation/criterionMark.ts';
import { StateMark } from '../navigation/StateMark.tsx';
import classes from './PointsLine.module.css';

/** What the present answer is worth, at once and exact. */
export function PointsLine({ score }: { readonly score: CriterionScore }) {
  const { t } = useTranslation('desk');
  const { number } = useFormat();
  const mark = criterionMark(score);
  return (
    <p className={classes.line} role="status" aria-label={t('result.pointsOfCriterion')}>
      <StateMark mark={mark} />
      {score.rule.kind === 'info' ? (
        <span>{t('rule.notScored')}</span>
      ) : score.state === 'not-applicable' ? (
        <span>{t('rule.leftOut')}</span>
      ) : (
        <>
          <strong className={classes.points}>
            {t('pointsOf', { points: number(score.points), max: number(score.max) })}
          </strong>
          <span aria-hidden>{t(`mark.${mark}`)}</span>
        </>
      )}
    </p>
  );
}
