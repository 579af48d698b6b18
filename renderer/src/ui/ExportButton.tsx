import { Button } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useExportRequest } from '../lib/exportRequest.ts';

interface ExportButtonProps {
  readonly assessmentId: string;
  readonly fullWidth?: boolean;
}

/** Opens the export of an assessment to a file that can be sent. */
export function ExportButton({ assessmentId, fullWidth = false }: ExportButtonProps) {
  const { t } = useTranslation('exporting');
  const ask = useExportRequest((request) => request.ask);
  return (
    <Button
      variant="default"
      fullWidth={fullWidth}
      leftSection={<IconFileExport size={18} aria-hidden />}
      onClick={() => ask(assessmentId)}
    >
      {t('open')}
    </Button>
  );
}
