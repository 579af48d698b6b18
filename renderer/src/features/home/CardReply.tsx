import { IconMailCheck, IconMessageReply, IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AssessmentSummary } from '#shared/api/contract.ts';
import { useFormat } from '../../lib/useFormat.ts';
import classes from './CardReply.module.css';

interface CardReplyProps {
  readonly assessment: AssessmentSummary;
  readonly appraises: boolean;
}

/** What came back from the level above: who received it and when, and what has to be answered. There, how far judging is. */
export function CardReply({ assessment: { receipt, appraisal }, appraises }: CardReplyProps) {
  const { t } = useTranslation('home');
  const { dayAndTime } = useFormat();
  const owed = appraisal?.criteriaOwed ?? 0;
  return (
    <>
      {receipt !== null && (
        <p className={classes.reply} data-tone="received">
          <IconMailCheck size={16} aria-hidden />
          {t('card.receipt', { receiver: receipt.receiverName, moment: dayAndTime(receipt.receivedAt) })}
        </p>
      )}
      {owed > 0 && (
        <p className={classes.reply} data-tone="owed">
          <IconMessageReply size={16} aria-hidden />
          {t(appraises ? 'card.owedByUnit' : 'card.owed', { count: owed })}
        </p>
      )}
      {appraisal !== null && (appraises || owed === 0) && (
        <p className={classes.reply}>
          <IconUserCheck size={16} aria-hidden />
          {appraisal.criteriaToJudge === 0
            ? t('card.allJudged')
            : t('card.toJudge', { count: appraisal.criteriaToJudge })}
        </p>
      )}
    </>
  );
}
