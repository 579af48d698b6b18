import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssessmentScore } from '#shared/domain/scoring/scoreAssessment.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { usePeriodText } from '../../../lib/usePeriodText.ts';
import { useDeskFrame } from '../deskContext.ts';
import { UnitHeaderButton } from '../header/UnitHeaderButton.tsx';
import type { HeaderDesk } from '../useHeaderQueue.ts';
import classes from './CriteriaNavigation.module.css';
import { GroupEntry } from './GroupEntry.tsx';

interface CriteriaNavigationProps {
  readonly score: AssessmentScore;
  readonly header: HeaderDesk;
  readonly currentId: string;
  readonly isShownWhenNarrow: boolean;
}

/** Groups with their progress; the one at work is unfolded. */
export const CriteriaNavigation = memo(function CriteriaNavigation({
  score,
  header,
  currentId,
  isShownWhenNarrow,
}: CriteriaNavigationProps) {
  const { t } = useTranslation('desk');
  const { assessment, frame, goTo } = useDeskFrame();
  const { text } = useFormat();
  const describePeriod = usePeriodText();
  return (
    <nav className={classes.navigation} aria-label={t('navigation.title')} data-shown={isShownWhenNarrow}>
      <div className={classes.head}>
        <p className={classes.unit}>{assessment.unit.name}</p>
        <p className={classes.period}>{describePeriod(assessment.period)}</p>
        <p className={classes.set}>{text(frame.set.title)}</p>
        <p className={classes.progress}>
          {t('navigation.progress', {
            answered: score.claimed.criteriaApplicable - score.claimed.criteriaOpen,
            total: score.claimed.criteriaApplicable,
          })}
        </p>
        <UnitHeaderButton header={header} />
      </div>
      <ul className={classes.groups}>
        {score.groups.map((group) => (
          <GroupEntry
            key={group.group.id}
            group={group}
            currentId={group.criteria.some(({ criterion }) => criterion.id === currentId) ? currentId : null}
            onChoose={goTo}
          />
        ))}
      </ul>
      <details className={classes.statement}>
        <summary>{t('navigation.statement')}</summary>
        <p>{text(frame.set.statement)}</p>
      </details>
    </nav>
  );
});
