import {
  IconCircleCheck,
  IconClockHour4,
  IconHistory,
  IconHourglassHigh,
  IconMailOff,
  IconProgress,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ChaseState } from '#shared/domain/chase/chaseUnit.ts';
import classes from './ChaseScreen.module.css';

export const chaseIcons = {
  'not-sent': IconMailOff,
  'older-version': IconHistory,
  incomplete: IconProgress,
  'waiting-for-us': IconHourglassHigh,
  'waiting-for-them': IconClockHour4,
  done: IconCircleCheck,
} as const satisfies Record<ChaseState, unknown>;

/** Where a unit stands by word, sign and colour, never by colour alone. */
export function ChaseMark({ state }: { readonly state: ChaseState }) {
  const { t } = useTranslation('chase');
  const Icon = chaseIcons[state];
  return (
    <span className={classes.mark} data-state={state}>
      <Icon size={16} aria-hidden />
      {t(`state.${state}`)}
    </span>
  );
}
