import { IconCalendarDue } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AssessmentSummary } from '#shared/api/contract.ts';
import { daysUntil } from '#shared/domain/chase/chaseUnit.ts';
import { today } from '../../lib/today.ts';
import { useFormat } from '../../lib/useFormat.ts';
import classes from './CardReply.module.css';

/** Nobody waits any more for a sheet that is later than this; it stands here to be looked up. */
const longPastDays = 60;

/** By when the sheet is due and how long that is; nothing once the level above has it. */
export function CardDeadline({ assessment }: { readonly assessment: AssessmentSummary }) {
  const { t } = useTranslation('home');
  const { date } = useFormat();
  const { deadline, receipt, result } = assessment;
  if (deadline === null || receipt !== null || result !== null) return null;
  const days = daysUntil(deadline, today());
  if (days < -longPastDays) return null;
  const words = { day: date(deadline), count: Math.abs(days) };
  return (
    <p className={classes.reply} data-tone={days < 0 ? 'late' : undefined}>
      <IconCalendarDue size={16} aria-hidden />
      {days > 0 ? t('card.due', words) : days === 0 ? t('card.dueToday', words) : t('card.overdue', words)}
    </p>
  );
}
