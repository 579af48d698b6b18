import { Button } from '@mantine/core';
import { IconCalendarDue, IconStack2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.ts';
import classes from './ChaseScreen.module.css';
import { DeadlineForm } from './DeadlineForm.tsx';
import type { Chase } from './useChase.ts';

interface DeadlineLineProps {
  readonly chase: Chase;
  readonly onChanged: () => void;
}

/** By when the units send and all is put together, and how long that is; the period can have a day of its own for sending. */
export function DeadlineLine({ chase, onChanged }: DeadlineLineProps) {
  const { t } = useTranslation('chase');
  const { date } = useFormat();
  const [isChanging, setIsChanging] = useState(false);
  const { deadline, daysLeft, consolidation } = chase;
  const day = date(deadline);
  return (
    <>
      <div className={classes.deadline} data-past={daysLeft < 0}>
        <IconCalendarDue size={18} aria-hidden />
        <span>
          {daysLeft > 0
            ? t('deadline.left', { day, count: daysLeft })
            : daysLeft === 0
              ? t('deadline.today', { day })
              : t('deadline.past', { day, count: -daysLeft })}
        </span>
        {!isChanging && (
          <Button size="compact-sm" variant="default" onClick={() => setIsChanging(true)}>
            {t('deadline.change')}
          </Button>
        )}
      </div>
      {consolidation !== null && <ConsolidationLine {...consolidation} />}
      {isChanging && (
        <DeadlineForm
          chase={chase}
          onEnd={() => setIsChanging(false)}
          onSaved={() => {
            setIsChanging(false);
            onChanged();
          }}
        />
      )}
    </>
  );
}

/** Before when everything from the units is put together, and how long that is. */
function ConsolidationLine({ day, daysLeft }: NonNullable<Chase['consolidation']>) {
  const { t } = useTranslation('chase');
  const { date } = useFormat();
  const words = { day: date(day), count: Math.abs(daysLeft) };
  return (
    <p className={classes.deadline} data-past={daysLeft < 0}>
      <IconStack2 size={18} aria-hidden />
      {daysLeft > 0
        ? t('consolidation.left', words)
        : daysLeft === 0
          ? t('consolidation.today', words)
          : t('consolidation.past', words)}
    </p>
  );
}
