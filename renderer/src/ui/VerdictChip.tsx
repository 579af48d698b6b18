import { IconCircleCheck, IconCircleX, IconProgress } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './VerdictChip.module.css';

export type VerdictState = 'reached' | 'not-reached' | 'open';

const icons = { reached: IconCircleCheck, 'not-reached': IconCircleX, open: IconProgress } as const;

interface VerdictChipProps {
  readonly state: VerdictState;
  /** What the verdict is about; the state alone when left out. */
  readonly label?: string;
}

/** A verdict by word, sign and colour, never by colour alone. */
export function VerdictChip({ state, label }: VerdictChipProps) {
  const { t } = useTranslation('app');
  const Icon = icons[state];
  const words = t(`verdict.${state}`);
  return (
    <span className={classes.chip} data-state={state}>
      <Icon size={16} stroke={2} aria-hidden />
      {label === undefined ? words : t('verdictOf', { label, state: words })}
    </span>
  );
}
