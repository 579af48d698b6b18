import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '#shared/api/contract.ts';
import { bases, type Basis } from '#shared/domain/ranking/scoredUnit.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import classes from './Dashboard.module.css';
import { useDashboardView } from './dashboardView.ts';

export type Choice = CallOutput<'dashboard.choices'>['choices'][number];

interface DashboardChoiceProps {
  readonly choices: readonly Choice[];
  readonly chosen: Choice;
}

/** Which period, by which set, on which figures. */
export function DashboardChoice({ choices, chosen }: DashboardChoiceProps) {
  const { t } = useTranslation('dashboard');
  const { text } = useFormat();
  const describePeriod = usePeriodText();
  const { basis, choosePeriod, chooseSet, chooseBasis } = useDashboardView();
  const periods = [...new Set(choices.map(({ period }) => period))];
  const sets = choices.filter(({ period }) => period === chosen.period);
  return (
    <div role="group" aria-label={t('choice.label')} className={classes.choice}>
      <NativeSelect
        label={t('choice.period')}
        value={chosen.period}
        data={periods.map((period) => ({ value: period, label: describePeriod(period) }))}
        onChange={(event) => choosePeriod(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('choice.set')}
        value={chosen.setId}
        data={sets.map(({ setId, setTitle }) => ({ value: setId, label: text(setTitle) }))}
        onChange={(event) => chooseSet(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('choice.basis')}
        description={t(`basisHint.${basis}`)}
        inputWrapperOrder={['label', 'input', 'description']}
        value={basis}
        data={bases.map((one) => ({ value: one, label: t(`basis.${one}`) }))}
        onChange={(event) => chooseBasis(toBasis(event.currentTarget.value))}
      />
    </div>
  );
}

function toBasis(text: string): Basis {
  return bases.find((basis) => basis === text) ?? 'claimed';
}
