import { useTranslation } from 'react-i18next';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { givenPointsOf } from '../appraisal/givenPoints.ts';
import { useAppraisalOf } from '../appraisal/useAppraisals.ts';
import { useDeskFrame } from '../deskContext.ts';
import { criterionMark } from '../navigation/criterionMark.ts';
import { StateMark } from '../navigation/StateMark.tsx';
import classes from './PointsLine.module.css';

/** What the present answer is worth, at once and exact; beside it what the level above gave for it. */
export function PointsLine({ score }: { readonly score: CriterionScore }) {
  const { t } = useTranslation(['desk', 'results']);
  const { number } = useFormat();
  const { assessment } = useDeskFrame();
  const judged = useAppraisalOf(assessment.id, score.criterion.id);
  const given = judged === null || score.rule.kind === 'info' ? null : givenPointsOf(judged);
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
      {given !== null && (
        <strong className={classes.given}>
          {t(`results:own.${given.stage}`, {
            points: number(given.points ?? score.points),
            max: number(score.max),
          })}
        </strong>
      )}
    </p>
  );
}
