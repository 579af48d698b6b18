import { Button, Group, Modal, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AssessmentSummary } from '#shared/api/contract.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import classes from './NewAssessmentDialog.module.css';
import { CriteriaSetField } from './CriteriaSetField.tsx';
import { PeriodField } from './PeriodField.tsx';
import { UnitField } from './UnitField.tsx';
import { useNewAssessment } from './useNewAssessment.ts';

interface NewAssessmentDialogProps {
  /** What exists already, to offer it instead of making it twice. */
  readonly known: readonly AssessmentSummary[];
  readonly onClose: () => void;
}

/** Period, unit, criteria set: each narrows the next. */
export function NewAssessmentDialog({ known, onClose }: NewAssessmentDialogProps) {
  const { t } = useTranslation(['home', 'app']);
  const form = useNewAssessment(known);
  const { existing } = form;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('newAssessment')}
      classNames={{ title: classes.title ?? '' }}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
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
            period={form.periodCode}
            unit={form.unit}
            onChange={form.setUnit}
            isChecked={form.isChecked}
          />
          <CriteriaSetField
            unit={form.unit}
            chosen={form.setKey}
            onChange={form.setSetKey}
            isChecked={form.isChecked}
          />
          {form.errors.length > 0 && (
            <ErrorNotice errors={form.errors}>
              {existing && (
                <Button size="xs" onClick={() => form.open(existing.id)}>
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
    </Modal>
  );
}
