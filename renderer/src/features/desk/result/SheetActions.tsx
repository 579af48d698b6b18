import { Button, Stack } from '@mantine/core';
import { IconFileTypePdf, IconId } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useDeskContext } from '../deskContext.ts';
import classes from './SheetActions.module.css';
import { useScorecard } from './useScorecard.ts';

const UnitHeaderDrawer = lazy(() =>
  import('../header/UnitHeaderDrawer.tsx').then(({ UnitHeaderDrawer: Drawer }) => ({ default: Drawer })),
);

/** What is done with the sheet as a whole: its head, and its print. */
export function SheetActions() {
  const { t } = useTranslation('desk');
  const { assessment, saveNow } = useDeskContext();
  const { state, print } = useScorecard(assessment.id, saveNow);
  const [isHeaderOpen, setIsHeaderOpen] = useState(false);
  return (
    <Stack gap="xs" className={classes.actions ?? ''}>
      <Button
        leftSection={<IconFileTypePdf size={18} aria-hidden />}
        loading={state.kind === 'making'}
        onClick={() => void print()}
      >
        {t('print.button')}
      </Button>
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
      {state.kind === 'failed' && <ErrorNotice errors={state.errors} onRetry={() => void print()} />}
      <Button
        variant="default"
        leftSection={<IconId size={18} aria-hidden />}
        onClick={() => setIsHeaderOpen(true)}
      >
        {t('header.title')}
      </Button>
      {isHeaderOpen && (
        <Suspense>
          <UnitHeaderDrawer onClose={() => setIsHeaderOpen(false)} />
        </Suspense>
      )}
    </Stack>
  );
}
