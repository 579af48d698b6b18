import { Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SetSummary, UnitSummary } from '#shared/api/contract.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { useCall } from '../../lib/useCall.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { setKeyOf } from './useNewAssessment.ts';

interface CriteriaSetFieldProps {
  readonly unit: UnitSummary | null;
  readonly chosen: string | null;
  readonly onChange: (key: string) => void;
  readonly isChecked: boolean;
}

/** The sets that score this kind of unit, each with what it is and what it is not. */
export function CriteriaSetField({ unit, chosen, onChange, isChecked }: CriteriaSetFieldProps) {
  const { t } = useTranslation('home');
  const describeSet = useSetDescription();
  const { text } = useFormat();
  const { state, reload } = useCall('criteria.list', {});
  if (state.kind === 'failed') return <ErrorNotice errors={state.errors} onRetry={reload} />;
  const sets = state.kind === 'ready' ? state.value : [];
  const fitting = unit === null ? [] : sets.filter((set) => set.appliesTo.includes(unit.kind));
  return (
    <Radio.Group
      label={t('form.set')}
      value={chosen}
      onChange={onChange}
      error={isChecked && unit !== null && chosen === null ? t('form.setMissing') : undefined}
    >
      <Stack gap="sm" mt={4} mb={4}>
        {unit === null && (
          <Text size="sm" c="var(--ink-soft)">
            {t('form.setNeedsUnit')}
          </Text>
        )}
        {unit !== null && state.kind === 'ready' && fitting.length === 0 && (
          <Text size="sm">{t('form.setNone')}</Text>
        )}
        {fitting.map((set) => (
          <Radio
            key={setKeyOf(set)}
            value={setKeyOf(set)}
            label={t('form.setOption', {
              title: text(set.title),
              version: set.version,
              count: set.criteriaCount,
            })}
            description={describeSet(set)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** By what it was issued, or that an official set has taken its place; then what it says about itself. */
function useSetDescription(): (set: SetSummary) => string {
  const { t } = useTranslation('home');
  const { text, date } = useFormat();
  return ({ issued, successor, statement }) => {
    const standing = [
      ...(issued
        ? [t('form.official', { number: issued.number, date: date(issued.date), body: text(issued.body) })]
        : []),
      ...(successor ? [t('form.steppedBack', { version: successor.version })] : []),
    ];
    return [...standing, text(statement)].join(' ');
  };
}
