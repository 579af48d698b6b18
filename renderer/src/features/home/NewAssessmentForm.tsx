import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UnitSummary } from '#shared/api/contract.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { UnitField } from '../../ui/UnitField.tsx';
import { CriteriaSetField } from './CriteriaSetField.tsx';
import { PeriodField } from './PeriodField.tsx';
import { useNewAssessment } from './useNewAssessment.ts';

interface NewAssessmentFormProps {
  readonly ownUnit: UnitSummary | null;
  readonly onClose: () => void;
}

export function NewAssessmentForm({ ownUnit, onClose }: NewAssessmentFormProps) {
  const { t } = useTranslation(['home', 'app']);
  const form = useNewAssessment(ownUnit);
  const { existing } = form;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <Stack gap="md">
        <PeriodField draft={form.period} onChange={form.setPeriod} isChecked={form.isChecked} />
        <UnitField
          label={t('form.unit')}
          period={form.periodCode}
          unit={form.unit}
          onChange={form.setUnit}
          error={form.isChecked && form.unit === null ? t('form.unitMissing') : undefined}
        />
        <CriteriaSetField
          unit={form.unit}
          chosen={form.setKey}
          onChange={form.setSetKey}
          isChecked={form.isChecked}
        />
        {form.hasEarlier && (
          <Checkbox
            label={t('form.startFromPrevious')}
            description={t('form.startFromPreviousHint')}
            checked={form.startsFromPrevious}
            onChange={(event) => form.setStartsFromPrevious(event.currentTarget.checked)}
          />
        )}
        {form.errors.length > 0 && (
          <ErrorNotice errors={form.errors}>
            {typeof existing === 'string' && (
              <Button size="xs" onClick={() => form.open(existing)}>
                {t('form.openExisting')}
              </Button>
            )}
          </ErrorNotice>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('app:cancel')}
          </Button>
          <Button type="submit" loading={form.isSending}>
            {t('form.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
