import { Button } from '@mantine/core';
import { IconFileCheck, IconMailForward } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wrappingButton } from '../../../ui/wrappingButton.ts';
import { useAppraisalFrame } from '../appraisalContext.ts';
import type { CriterionToJudge } from '../judgements.ts';
import classes from './SendBack.module.css';
import type { FileBack } from './useFileBack.ts';

const SendBackDialog = lazy(() =>
  import('./SendBackDialog.tsx').then(({ SendBackDialog: Dialog }) => ({ default: Dialog })),
);

/** What goes back to the unit by file: what was decided, and that its file has arrived. */
export function SendBack({ criteria }: { readonly criteria: readonly CriterionToJudge[] }) {
  const { t } = useTranslation('appraisal');
  const { canJudge } = useAppraisalFrame();
  const [kind, setKind] = useState<FileBack | null>(null);
  if (!canJudge) return null;
  return (
    <div className={classes.actions}>
      <Button
        classNames={wrappingButton}
        leftSection={<IconMailForward size={18} aria-hidden />}
        onClick={() => setKind('review')}
      >
        {t('send.review')}
      </Button>
      <Button
        variant="default"
        classNames={wrappingButton}
        leftSection={<IconFileCheck size={18} aria-hidden />}
        onClick={() => setKind('receipt')}
      >
        {t('send.receipt')}
      </Button>
      {kind !== null && (
        <Suspense>
          <SendBackDialog kind={kind} criteria={criteria} onClose={() => setKind(null)} />
        </Suspense>
      )}
    </div>
  );
}
