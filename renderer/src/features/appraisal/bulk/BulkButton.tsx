import { Button } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wrappingButton } from '../../../ui/wrappingButton.ts';
import { useAppraisalFrame } from '../appraisalContext.ts';
import { listComplete, listToKeep, type CriterionToJudge } from '../judgements.ts';

const BulkDialog = lazy(() =>
  import('./BulkDialog.tsx').then(({ BulkDialog: Dialog }) => ({ default: Dialog })),
);

/** The way to many decisions at once, where there are any that need no look at each. */
export function BulkButton({ criteria }: { readonly criteria: readonly CriterionToJudge[] }) {
  const { t } = useTranslation('appraisal');
  const { opened, stage, canJudge, missingFiles } = useAppraisalFrame();
  const [isShown, setIsShown] = useState(false);
  const offered = useMemo(
    () =>
      stage === 'final'
        ? listToKeep(criteria)
        : listComplete(
            criteria,
            { ...opened, period: opened.frame.period, checks: opened.checks ?? undefined },
            missingFiles,
          ),
    [criteria, opened, stage, missingFiles],
  );
  if (!canJudge || (offered.length === 0 && !isShown)) return null;
  return (
    <>
      <Button
        fullWidth
        size="compact-md"
        variant="light"
        classNames={wrappingButton}
        leftSection={<IconChecks size={17} aria-hidden />}
        onClick={() => setIsShown(true)}
      >
        {t(`bulk.${stage}.open`, { count: offered.length })}
      </Button>
      {isShown && (
        <Suspense>
          <BulkDialog offered={offered} onClose={() => setIsShown(false)} />
        </Suspense>
      )}
    </>
  );
}
