import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../../ui/ExportButton.tsx';
import { ScorecardExport } from '../../../ui/ScorecardExport.tsx';
import { useDeskFrame } from '../deskContext.ts';
import classes from './SheetActions.module.css';
import { SheetWays } from './SheetWays.tsx';

/** What is done with the sheet as a whole: the ways to its other screens, its print, the file to send. */
export function SheetActions() {
  const { t } = useTranslation('desk');
  const { assessment } = useDeskFrame();
  return (
    <Stack gap="xs" className={classes.actions ?? ''}>
      <SheetWays />
      <ScorecardExport assessmentId={assessment.id} pdfLabel={t('print.button')} />
      <ExportButton assessmentId={assessment.id} fullWidth />
    </Stack>
  );
}
