import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { focusFirstFault } from '../../lib/focusFirstFault.ts';
import { useCall } from '../../lib/useCall.ts';
import { useSizeText } from '../../lib/useSizeText.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { ProtectionField } from '../../ui/protection/ProtectionField.tsx';
import classes from './ExportDialog.module.css';
import type { useExport } from './useExport.ts';

interface ExportFormProps {
  readonly assessmentId: string;
  readonly exporting: ReturnType<typeof useExport>;
  readonly onClose: () => void;
}

/** What goes into the file and who can open it. */
export function ExportForm({ assessmentId, exporting, onClose }: ExportFormProps) {
  const { t } = useTranslation(['exporting', 'app']);
  const { draft, change, protection, step, write } = exporting;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void write();
        focusFirstFault(event.currentTarget);
      }}
    >
      <Stack gap="lg">
        <p className={classes.lead}>{t('lead')}</p>
        <EvidenceChoice
          assessmentId={assessmentId}
          isChosen={draft.evidenceFiles}
          onChoose={(evidenceFiles) => change({ evidenceFiles })}
        />
        <Checkbox
          label={t('masked')}
          description={t('maskedHint')}
          checked={draft.masked}
          onChange={(event) => change({ masked: event.currentTarget.checked })}
        />
        <ProtectionField choice={protection} onLeave={onClose} />
        {step.kind === 'failed' && <ErrorNotice errors={step.errors} />}
        <Group justify="flex-end">
          <Button variant="default" disabled={step.kind === 'writing'} onClick={onClose}>
            {t('app:cancel')}
          </Button>
          <Button
            type="submit"
            loading={step.kind === 'writing'}
            leftSection={<IconFileExport size={18} aria-hidden />}
          >
            {t('write')}
          </Button>
        </Group>
        <p role="status" className={classes.busy}>
          {step.kind === 'writing' && t('writing')}
        </p>
      </Stack>
    </form>
  );
}

interface EvidenceChoiceProps {
  readonly assessmentId: string;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

function EvidenceChoice({ assessmentId, isChosen, onChoose }: EvidenceChoiceProps) {
  const { t } = useTranslation('exporting');
  const sizeText = useSizeText();
  const { state } = useCall('evidence.usage', { assessmentId });
  const usage = state.kind === 'ready' ? state.value : null;
  const isEmpty = usage?.files.length === 0;
  return (
    <Checkbox
      data-autofocus
      label={t('evidenceFiles')}
      description={
        usage === null
          ? t('evidenceHint')
          : isEmpty
            ? t('evidenceNone')
            : t('evidenceSize', { count: usage.files.length, size: sizeText(usage.totalBytes) })
      }
      checked={isChosen && !isEmpty}
      disabled={isEmpty}
      onChange={(event) => onChoose(event.currentTarget.checked)}
    />
  );
}
