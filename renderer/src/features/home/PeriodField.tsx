import { Group, Radio, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { periodCodeOf, type PeriodDraft } from './periodDraft.ts';

interface PeriodFieldProps {
  readonly draft: PeriodDraft;
  readonly onChange: (draft: PeriodDraft) => void;
  readonly isChecked: boolean;
}

const kinds = ['year', 'quarter', 'span'] as const;

/** A year, a quarter, or any span of days. */
export function PeriodField({ draft, onChange, isChecked }: PeriodFieldProps) {
  const { t } = useTranslation('home');
  const error = isChecked && periodCodeOf(draft) === null ? t('form.periodMissing') : undefined;
  return (
    <Stack gap="xs">
      <Radio.Group
        label={t('form.period')}
        value={draft.kind}
        onChange={(kind) => onChange({ ...draft, kind: kinds.find((known) => known === kind) ?? 'year' })}
        error={draft.kind === 'span' ? error : undefined}
      >
        <Group gap="lg" mt={4}>
          {kinds.map((kind) => (
            <Radio key={kind} value={kind} label={t(`form.periodKind.${kind}`)} />
          ))}
        </Group>
      </Radio.Group>
      {draft.kind === 'span' ? (
        <Group align="flex-start">
          {(['firstDay', 'lastDay'] as const).map((day) => (
            <TextInput
              key={day}
              w="10rem"
              label={t(`form.${day}`)}
              placeholder={t('form.datePattern')}
              value={draft[day]}
              onChange={(event) => onChange({ ...draft, [day]: event.currentTarget.value })}
            />
          ))}
        </Group>
      ) : (
        <Group align="flex-start">
          {draft.kind === 'quarter' && (
            <Radio.Group
              label={t('form.quarter')}
              value={draft.quarter}
              onChange={(quarter) => onChange({ ...draft, quarter })}
            >
              <Group gap="md" mt={6}>
                {['1', '2', '3', '4'].map((quarter) => (
                  <Radio key={quarter} value={quarter} label={t('form.quarterOption', { quarter })} />
                ))}
              </Group>
            </Radio.Group>
          )}
          <TextInput
            w="8rem"
            label={t('form.year')}
            inputMode="numeric"
            value={draft.year}
            error={error}
            onChange={(event) => onChange({ ...draft, year: event.currentTarget.value })}
          />
        </Group>
      )}
    </Stack>
  );
}
