import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useOwedCriteria } from '../appraisal/useAppraisals.ts';
import { useDeskFrame } from '../deskContext.ts';
import { useDeskView } from '../deskView.ts';
import { namesOf, type Assignees, type CriterionFilter } from './criterionFilter.ts';
import classes from './FilterField.module.css';

const kinds = ['all', 'owed', 'unanswered', 'no-evidence', 'not-met'] as const;
const assignedMark = 'assigned:';

interface FilterFieldProps {
  readonly assignees: Assignees;
  readonly shown: number;
  readonly total: number;
}

/** What of the list is shown; the colleagues' names come from the criteria they were given. */
export function FilterField({ assignees, shown, total }: FilterFieldProps) {
  const { t } = useTranslation('desk');
  const { filter, chooseFilter } = useDeskView();
  const id = useId();
  const names = namesOf(assignees);
  const { assessment } = useDeskFrame();
  const owed = useOwedCriteria(assessment.id).size;
  const offered =
    filter.kind === 'assigned' && !names.includes(filter.name) ? [...names, filter.name] : names;
  return (
    <div className={classes.filter}>
      <div className={classes.label}>
        <label htmlFor={id}>{t('filter.label')}</label>
        <select
          id={id}
          className={classes.select}
          value={filter.kind === 'assigned' ? `${assignedMark}${filter.name}` : filter.kind}
          onChange={(event) => chooseFilter(readFilter(event.currentTarget.value))}
        >
          {kinds
            .filter((kind) => kind !== 'owed' || owed > 0 || filter.kind === 'owed')
            .map((kind) => (
              <option key={kind} value={kind}>
                {t(`filter.${kind}`, { count: owed })}
              </option>
            ))}
          {offered.length > 0 && (
            <optgroup label={t('filter.assigned')}>
              {offered.map((name) => (
                <option key={name} value={`${assignedMark}${name}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      </div>
      <span role="status" className={classes.count}>
        {filter.kind !== 'all' && t('filter.shown', { shown, total })}
      </span>
    </div>
  );
}

function readFilter(value: string): CriterionFilter {
  if (value.startsWith(assignedMark)) return { kind: 'assigned', name: value.slice(assignedMark.length) };
  return { kind: kinds.find((kind) => kind === value) ?? 'all' };
}
