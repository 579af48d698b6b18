import { useTranslation } from 'react-i18next';
import { useAppraisalFrame } from '../appraisalContext.ts';
import { useAppraisalView } from '../appraisalView.ts';
import { isListedBy, type CriterionToJudge } from '../judgements.ts';
import classes from './DecisionCounts.module.css';

const counted = {
  appraised: ['open', 'outdated', 'accepted', 'adjusted', 'explanation-asked', 'returned'],
  final: ['open', 'outdated', 'accepted', 'adjusted'],
} as const;

/** How many criteria of which decision; each count shows only those. */
export function DecisionCounts({ criteria }: { readonly criteria: readonly CriterionToJudge[] }) {
  const { t } = useTranslation('appraisal');
  const { stage } = useAppraisalFrame();
  const { filter, chooseFilter } = useAppraisalView();
  return (
    <div role="group" aria-label={t('side.counts')} className={classes.counts}>
      {counted[stage].map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={filter === name}
          onClick={() => chooseFilter(filter === name ? 'all' : name)}
        >
          <span>{t(`filter.${stage}.${name}`)}</span>
          <strong>{criteria.filter((one) => isListedBy(name, one)).length}</strong>
        </button>
      ))}
    </div>
  );
}
