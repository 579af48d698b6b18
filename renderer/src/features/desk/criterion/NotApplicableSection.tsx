import { useTranslation } from 'react-i18next';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { NotApplicable } from '../../../ui/answer/NotApplicable.tsx';
import { useDeskFrame } from '../deskContext.ts';
import classes from './NotApplicableSection.module.css';

/** The whole criterion can be left out. */
export function NotApplicableSection({ score: { criterion, answer } }: { readonly score: CriterionScore }) {
  const { t } = useTranslation('desk');
  const { assessment, record, saveNow } = useDeskFrame();
  return (
    <div className={classes.section}>
      <NotApplicable
        label={t('notApplicable.criterion')}
        hint={t('notApplicable.hint')}
        reason={answer.notApplicable}
        place={`${assessment.id}/${criterion.id}/notApplicable`}
        onReason={(value, pace) => record({ criterionId: criterion.id, field: 'notApplicable', value }, pace)}
        onLeave={() => void saveNow()}
      />
    </div>
  );
}
