import { Button } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useExportRequest } from '../lib/exportRequest.ts';

interface ExportButtonProps {
  readonly assessmentId: string;
  readonly fullWidth?: boolean;
  /** Called first: the file is made from what is on disk. */
  readonly saveNow?: () => Promise<void>;
}

/** Opens the export of an assessment to a file that can be sent. */
export function ExportButton({ assessmentId, fullWidth = false, saveNow }: ExportButtonProps) {
  const { t } = useTranslation('exporting');
  const ask = useExportRequest((request) => request.ask);
  const open = async (): Promise<void> => {
    await saveNow?.();
    ask(assessmentId);
  };
  return (
    <Button
      variant="default"
      fullWidth={fullWidth}
      leftSection={<IconFileExport size={18} aria-hidden />}
      onClick={() => void open()}
    >
      {t('open')}
    </Button>
  );
}
