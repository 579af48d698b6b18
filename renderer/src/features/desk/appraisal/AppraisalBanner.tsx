import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { StandingJudgements } from '../../../ui/judgements/StandingJudgements.tsx';
import { useDeskFrame } from '../deskContext.ts';
import classes from './AppraisalBanner.module.css';
import { isOwed, useAppraisalOf } from './useAppraisals.ts';

/** What the level above has decided about this criterion and why, and what the unit does about it. */
export function AppraisalBanner({ criterionId }: { readonly criterionId: string }) {
  const { t } = useTranslation('desk');
  const { assessment, isFrozen } = useDeskFrame();
  const judged = useAppraisalOf(assessment.id, criterionId);
  if (judged === null) return null;
  return (
    <StandingJudgements appraised={judged.appraised} final={judged.final}>
      {isOwed(judged) && (
        <p className={classes.next}>
          {isFrozen ? t('appraisal.recallFirst') : t('appraisal.answer')}{' '}
          {isFrozen && <Link href={`/assessments/${assessment.id}/sign`}>{t('frozen.open')}</Link>}
        </p>
      )}
    </StandingJudgements>
  );
}
