import { useTranslation } from 'react-i18next';
import { chaseStates, type ChaseState } from '#shared/domain/chase/chaseUnit.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { chaseIcons } from './ChaseMark.tsx';
import classes from './ChaseScreen.module.css';
import type { ChasedUnit } from './useChase.ts';

interface ChaseFilterProps {
  readonly units: readonly ChasedUnit[];
  /** Null for all. */
  readonly chosen: ChaseState | null;
  readonly onChoose: (state: ChaseState | null) => void;
}

/** How many units stand where; each count shows only those. */
export function ChaseFilter({ units, chosen, onChoose }: ChaseFilterProps) {
  const { t } = useTranslation('chase');
  const { number } = useFormat();
  return (
    <div role="group" aria-label={t('list.filter')} className={classes.filter}>
      <button type="button" aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        <span>{t('list.all')}</span>
        <strong>{number(String(units.length))}</strong>
      </button>
      {chaseStates.map((state) => {
        const Icon = chaseIcons[state];
        const count = units.filter((one) => one.state === state).length;
        return (
          <button
            key={state}
            type="button"
            aria-pressed={chosen === state}
            disabled={count === 0 && chosen !== state}
            onClick={() => onChoose(chosen === state ? null : state)}
          >
            <Icon size={16} aria-hidden />
            <span>{t(`state.${state}`)}</span>
            <strong>{number(String(count))}</strong>
          </button>
        );
      })}
    </div>
  );
}
