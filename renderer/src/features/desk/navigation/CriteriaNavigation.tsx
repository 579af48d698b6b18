import { memo, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssessmentScore } from '#shared/domain/scoring/scoreAssessment.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { usePeriodText } from '../../../lib/usePeriodText.ts';
import { useDeskContext } from '../deskContext.ts';
import { UnitHeaderButton } from '../header/UnitHeaderButton.tsx';
import classes from './CriteriaNavigation.module.css';
import { GroupEntry } from './GroupEntry.tsx';

/** Groups with their progress; the one at work is unfolded. */
export function CriteriaNavigation({ isShownWhenNarrow }: { readonly isShownWhenNarrow: boolean }) {
  const { t } = useTranslation('desk');
  const { assessment, frame, score, current, goTo } = useDeskContext();
  const { text } = useFormat();
  const describePeriod = usePeriodText();
  // The list may lag behind fast typing; the field being typed in must not.
  const lagging = useDeferredValue(score);
  return (
    <nav className={classes.navigation} aria-label={t('navigation.title')} data-shown={isShownWhenNarrow}>
      <div className={classes.head}>
        <p className={classes.unit}>{assessment.unit.name}</p>
        <p className={classes.period}>{describePeriod(assessment.period)}</p>
        <p className={classes.set}>{text(frame.set.title)}</p>
        <p className={classes.progress}>
          {t('navigation.progress', {
            answered: lagging.claimed.criteriaApplicable - lagging.claimed.criteriaOpen,
            total: lagging.claimed.criteriaApplicable,
          })}
        </p>
        <UnitHeaderButton />
      </div>
      <Groups score={lagging} currentId={current.criterion.id} onChoose={goTo} />
      <details className={classes.statement}>
        <summary>{t('navigation.statement')}</summary>
        <p>{text(frame.set.statement)}</p>
      </details>
    </nav>
  );
}

interface GroupsProps {
  readonly score: AssessmentScore;
  readonly currentId: string;
  readonly onChoose: (criterionId: string) => void;
}

const Groups = memo(function Groups({ score, currentId, onChoose }: GroupsProps) {
  return (
    <ul className={classes.groups}>
      {score.groups.map((group) => (
        <GroupEntry key={group.group.id} group={group} currentId={currentId} onChoose={onChoose} />
      ))}
    </ul>
  );
});
