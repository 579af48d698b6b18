import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from '../../lib/useReturnFocus.ts';
import classes from './ExportDialog.module.css';
import { ExportForm } from './ExportForm.tsx';
import { ExportResult } from './ExportResult.tsx';
import { useExport } from './useExport.ts';

interface ExportDialogProps {
  readonly assessmentId: string;
  readonly onClose: () => void;
}

/** Writes an assessment to a file that can be sent, and says what was written. */
export function ExportDialog({ assessmentId, onClose }: ExportDialogProps) {
  const { t } = useTranslation(['exporting', 'app']);
  useReturnFocus();
  const exporting = useExport(assessmentId);
  const { step } = exporting;
  return (
    <Modal
      opened
      onClose={onClose}
      title={step.kind === 'written' ? t('written.title') : t('title')}
      classNames={{ title: classes.title ?? '' }}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      {step.kind === 'written' ? (
        <ExportResult exported={step.exported} passphrase={step.passphrase} onClose={onClose} />
      ) : (
        <ExportForm assessmentId={assessmentId} exporting={exporting} onClose={onClose} />
      )}
    </Modal>
  );
}
