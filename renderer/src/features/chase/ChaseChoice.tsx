import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.ts';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import classes from './ChaseScreen.module.css';
import type { ChaseOffer } from './useChase.ts';

interface ChaseChoiceProps {
  readonly offer: ChaseOffer;
  readonly period: string;
  readonly setId: string;
  readonly onPeriod: (period: string) => void;
  readonly onSet: (setId: string) => void;
}

/** Which period and which criteria set the board is about. */
export function ChaseChoice({ offer, period, setId, onPeriod, onSet }: ChaseChoiceProps) {
  const { t } = useTranslation('chase');
  const { text } = useFormat();
  const describePeriod = usePeriodText();
  return (
    <div className={classes.choice}>
      <NativeSelect
        label={t('period')}
        value={period}
        data={offer.periods.map((code) => ({ value: code, label: describePeriod(code) }))}
        onChange={(event) => onPeriod(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('set')}
        value={setId}
        data={offer.sets.map(({ id, title }) => ({ value: id, label: text(title) }))}
        onChange={(event) => onSet(event.currentTarget.value)}
      />
    </div>
  );
}
