import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SetSummary } from '#shared/api/contract.ts';
import { useFormat } from '../../lib/useFormat.ts';
import classes from './CriteriaScreen.module.css';

interface SetStandingProps {
  readonly set: Pick<SetSummary, 'status' | 'issued'> & Partial<Pick<SetSummary, 'successor'>>;
}

/** Official, and by which document; or a reference set, and whether an official one has come. */
export function SetStanding({ set: { status, issued, successor } }: SetStandingProps) {
  const { t } = useTranslation('criteria');
  const { text, date } = useFormat();
  if (status === 'official') {
    return (
      <>
        <span className={classes.official}>
          <IconRosetteDiscountCheck size={16} aria-hidden />
          {t('standing.official')}
        </span>
        {issued !== null && (
          <span className={classes.note}>
            {t('standing.issued', { number: issued.number, date: date(issued.date), body: text(issued.body) })}
          </span>
        )}
      </>
    );
  }
  return (
    <>
      <span className={classes.oneLine}>{t('standing.reference')}</span>
      {successor && <span className={classes.note}>{t('standing.back', { version: successor.version })}</span>}
    </>
  );
}
