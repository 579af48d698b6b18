import { useTranslation } from 'react-i18next';
import { useAppraisalFrame } from '../appraisalContext.ts';
import { isOpen, type CriterionToJudge } from '../judgements.ts';
import classes from './SendBack.module.css';

const told = ['returned', 'explanation-asked', 'adjusted', 'accepted'] as const;

/** How many decisions of which kind the unit will read, and what is still open. */
export function ReviewContents({ criteria }: { readonly criteria: readonly CriterionToJudge[] }) {
  const { t } = useTranslation('appraisal');
  const { stage } = useAppraisalFrame();
  const open = criteria.filter(isOpen).length;
  return (
    <>
      <p className={classes.lead}>{t('send.reviewLead')}</p>
      <ul className={classes.contents}>
        {told
          .map((name) => ({ name, count: criteria.filter(({ state }) => state === name).length }))
          .filter(({ count }) => count > 0)
          .map(({ name, count }) => (
            <li key={name}>{t('send.counted', { name: t(`state.${stage}.${name}`), count })}</li>
          ))}
      </ul>
      {open > 0 && <p className={classes.warning}>{t(`send.stillOpen.${stage}`, { count: open })}</p>}
    </>
  );
}
