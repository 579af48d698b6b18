import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppraisalFrame } from '../appraisalContext.ts';
import { useAppraisalView } from '../appraisalView.ts';
import { isListedBy, judgementFilters, type CriterionToJudge } from '../judgements.ts';
import classes from './JudgementFilterField.module.css';

const ofCouncil = judgementFilters.filter((name) => name !== 'explanation-asked' && name !== 'returned');

/** What of the list is shown, each with how many there are. */
export function JudgementFilterField({ criteria }: { readonly criteria: readonly CriterionToJudge[] }) {
  const { t } = useTranslation(['appraisal', 'desk']);
  const { stage } = useAppraisalFrame();
  const { filter, chooseFilter } = useAppraisalView();
  const id = useId();
  return (
    <div className={classes.filter}>
      <label htmlFor={id}>{t('desk:filter.label')}</label>
      <select
        id={id}
        className={classes.select}
        value={filter}
        onChange={({ currentTarget: { value } }) =>
          chooseFilter(judgementFilters.find((name) => name === value) ?? 'all')
        }
      >
        {(stage === 'final' ? ofCouncil : judgementFilters).map((name) => (
          <option key={name} value={name}>
            {t('filter.counted', {
              name: t(`filter.${stage}.${name}`),
              count: criteria.filter((one) => isListedBy(name, one)).length,
            })}
          </option>
        ))}
      </select>
    </div>
  );
}
