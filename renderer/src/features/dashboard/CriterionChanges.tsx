import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import changeClasses from './Change.module.css';
import classes from './Dashboard.module.css';
import { CriterionChangeTable, type ChangedCriterion } from './CriterionChangeTable.tsx';
import { toFraction } from './dashboardFigures.ts';
import type { Comparison } from './useChangeWords.ts';

/** As many as a reader keeps in mind. */
const few = 5;

interface CriterionChangesProps {
  readonly dashboard: Dashboard;
  readonly comparison: Comparison;
}

/** The criteria that rose and fell most, then all of them. */
export function CriterionChanges({ dashboard, comparison: { criteria, earlier } }: CriterionChangesProps) {
  const { t } = useTranslation('dashboard');
  const signOf = ({ difference }: ChangedCriterion) => toFraction(difference)?.compare(0) ?? 0;
  const risen = criteria.filter((one) => signOf(one) > 0).slice(0, few);
  const fallen = criteria
    .filter((one) => signOf(one) < 0)
    .toReversed()
    .slice(0, few);
  const lists = [
    ['criteriaRose', risen],
    ['criteriaFell', fallen],
  ] as const;
  return (
    <>
      <p className={classes.lead}>{t('change.criteriaLead')}</p>
      <div className={classes.pair}>
        {lists.map(([name, list]) => (
          <div key={name}>
            <h3 className={changeClasses.subtitle}>{t(`change.${name}`)}</h3>
            {list.length === 0 ? (
              <p className={classes.soft}>{t('change.noCriteria')}</p>
            ) : (
              <CriterionChangeTable dashboard={dashboard} earlier={earlier} criteria={list} />
            )}
          </div>
        ))}
      </div>
      <Disclosure title={t('change.allCriteria', { count: criteria.length })}>
        <CriterionChangeTable dashboard={dashboard} earlier={earlier} criteria={criteria} />
      </Disclosure>
    </>
  );
}
