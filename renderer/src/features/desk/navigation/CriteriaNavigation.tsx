import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssessmentScore } from '#shared/domain/scoring/scoreAssessment.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { usePeriodText } from '../../../lib/usePeriodText.ts';
import { statementInWords } from '#shared/report/statementInWords.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { useOwedCriteria } from '../appraisal/useAppraisals.ts';
import { useDeskFrame } from '../deskContext.ts';
import { useDeskView } from '../deskView.ts';
import { UnitHeaderButton } from '../header/UnitHeaderButton.tsx';
import type { HeaderDesk } from '../useHeaderQueue.ts';
import { SearchButton } from '../search/SearchButton.tsx';
import classes from './CriteriaNavigation.module.css';
import { isShownBy, type Assignees } from './criterionFilter.ts';
import { FilterField } from './FilterField.tsx';
import { GroupEntry } from './GroupEntry.tsx';

interface CriteriaNavigationProps {
  readonly score: AssessmentScore;
  readonly assignees: Assignees;
  readonly header: HeaderDesk;
  readonly currentId: string;
  readonly isShownWhenNarrow: boolean;
}

/** Groups with their progress; the one at work is unfolded. */
export const CriteriaNavigation = memo(function CriteriaNavigation({
  score,
  assignees,
  header,
  currentId,
  isShownWhenNarrow,
}: CriteriaNavigationProps) {
  const { t } = useTranslation('desk');
  const { assessment, frame, goTo } = useDeskFrame();
  const { text, language, translateRule } = useFormat();
  const describePeriod = usePeriodText();
  const filter = useDeskView((view) => view.filter);
  const facts = { assignees, owed: useOwedCriteria(assessment.id) };
  // The criterion at work stays in the list, even when it has just been answered.
  const isListed = (one: CriterionScore): boolean =>
    one.criterion.id === currentId || isShownBy(filter, one, facts);
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
        <div className={classes.buttons}>
          <UnitHeaderButton header={header} />
          <SearchButton />
        </div>
      </div>
      <FilterField
        assignees={assignees}
        shown={score.criteria.filter((one) => isShownBy(filter, one, facts)).length}
        total={score.criteria.length}
      />
      <ul className={classes.groups}>
        {score.groups
          .map((group) => ({ group, listed: group.criteria.filter(isListed) }))
          .filter(({ listed }) => listed.length > 0)
          .map(({ group, listed }) => (
            <GroupEntry
              key={group.group.id}
              group={group}
              listed={listed}
              isFiltered={filter.kind !== 'all'}
              currentId={
                group.criteria.some(({ criterion }) => criterion.id === currentId) ? currentId : null
              }
              onChoose={goTo}
            />
          ))}
      </ul>
      <details className={classes.statement}>
        <summary>{t('navigation.statement')}</summary>
        <p>{statementInWords(frame.set, { language, translate: translateRule })}</p>
      </details>
    </nav>
  );
});
