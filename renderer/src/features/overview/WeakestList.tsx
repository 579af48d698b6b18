import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AssessmentScore } from '#shared/domain/scoring/scoreAssessment.ts';
import { useFormat } from '../../lib/useFormat.ts';
import classes from './CriterionList.module.css';
import { weakestCriteria } from './overviewFigures.ts';

const shownCriteria = 10;

interface WeakestListProps {
  readonly assessmentId: string;
  readonly score: AssessmentScore;
}

/** Where most points lie unused, each with the way to it. */
export function WeakestList({ assessmentId, score }: WeakestListProps) {
  const { t } = useTranslation('overview');
  const { text, number } = useFormat();
  const weakest = weakestCriteria(score, shownCriteria);
  if (weakest.length === 0) return <p className={classes.lead}>{t('weakest.none')}</p>;
  return (
    <ol className={classes.list}>
      {weakest.map(({ score: { criterion, state }, lost }) => (
        <li key={criterion.id}>
          <Link href={`/assessments/${assessmentId}/${criterion.id}`}>
            {t('criterion', { code: criterion.code, name: text(criterion.name) })}
          </Link>
          <span className={classes.figure}>
            {t('weakest.lost', { points: number(lost) })}
            {state === 'unanswered' && <span className={classes.note}>{t('weakest.unanswered')}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
