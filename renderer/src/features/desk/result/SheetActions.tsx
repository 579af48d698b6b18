import { Button, Stack } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useScorecard } from '../../../lib/useScorecard.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useDeskFrame } from '../deskContext.ts';
import classes from './SheetActions.module.css';
import { SheetWays } from './SheetWays.tsx';

/** What is done with the sheet as a whole: its print. */
export function SheetActions() {
  const { t } = useTranslation('desk');
  const { assessment, saveNow } = useDeskFrame();
  const { state, print } = useScorecard(assessment.id, saveNow);
  return (
    <Stack gap="xs" className={classes.actions ?? ''}>
      <div role="status">
        {state.kind === 'made' && (
          <p className={classes.made}>
            {t('print.made', { fileName: state.fileName })}{' '}
            <a href={state.address} target="_blank" rel="noreferrer">
              {t('print.open')}
            </a>
          </p>
        )}
      </div>
      <SheetWays />
      {state.kind === 'failed' && <ErrorNotice errors={state.errors} onRetry={() => void print()} />}
      <Button
        leftSection={<IconFileTypePdf size={18} aria-hidden />}
        loading={state.kind === 'making'}
        onClick={() => void print()}
      >
        {t('print.button')}
      </Button>
    </Stack>
  );
}
