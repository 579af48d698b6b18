import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../lib/useFormat.ts';
import classes from './CriterionList.module.css';
import { changesSince, type Change } from './overviewFigures.ts';
import { pointBounds } from './pointBounds.ts';
import type { Overview } from './useOverview.ts';

const shownChanges = 5;

interface ComparisonProps {
  readonly overview: Overview;
  readonly earlierPeriod: string | null;
}

/** What the period brought and what it cost, criterion by criterion. */
export function Comparison({ overview: { opened, earlier }, earlierPeriod }: ComparisonProps) {
  const { t } = useTranslation('overview');
  const { percent } = useFormat();
  if (earlier === null || earlierPeriod === null) {
    return <p className={classes.lead}>{t('comparison.none')}</p>;
  }
  const bounds = pointBounds(opened.frame.set);
  const { gained, lost } = changesSince(opened.score, earlier.score);
  return (
    <>
      <p className={classes.lead}>
        {t('comparison.lead', {
          period: earlierPeriod,
          before: percent(earlier.score.claimed.percent, bounds),
          now: percent(opened.score.claimed.percent, bounds),
        })}
      </p>
      {gained.length + lost.length === 0 && <p className={classes.lead}>{t('comparison.same')}</p>}
      <Changes assessmentId={opened.assessment.id} title={t('comparison.gained')} changes={gained} />
      <Changes assessmentId={opened.assessment.id} title={t('comparison.lost')} changes={lost} />
    </>
  );
}

interface ChangesProps {
  readonly assessmentId: string;
  readonly title: string;
  readonly changes: readonly Change[];
}

function Changes({ assessmentId, title, changes }: ChangesProps) {
  const { t } = useTranslation('overview');
  const { text, number } = useFormat();
  if (changes.length === 0) return null;
  const more = changes.length - shownChanges;
  return (
    <>
      <h3 className={classes.part}>{title}</h3>
      <ul className={classes.list}>
        {changes.slice(0, shownChanges).map(({ criterion, before, now }) => (
          <li key={criterion.id}>
            <Link href={`/assessments/${assessmentId}/${criterion.id}`}>
              {t('criterion', { code: criterion.code, name: text(criterion.name) })}
            </Link>
            <span className={classes.figure}>
              {t('comparison.change', { before: number(before), now: number(now) })}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={classes.lead}>{t('comparison.more', { count: more })}</p>}
    </>
  );
}
