import { Button } from '@mantine/core';
import { IconGitBranch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLineageRequest } from '../../../lib/lineageRequest.ts';
import { useAppraisalFrame } from '../appraisalContext.ts';

/** From which file, whom and when the figures of a criterion came. */
export function LineageButton({ criterionId }: { readonly criterionId: string }) {
  const { t } = useTranslation('lineage');
  const { opened } = useAppraisalFrame();
  const ask = useLineageRequest((request) => request.ask);
  return (
    <div>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconGitBranch size={15} aria-hidden />}
        onClick={() =>
          ask({ assessmentId: opened.assessment.id, stage: 'self', criterionId, field: 'value' })
        }
      >
        {t('open')}
      </Button>
    </div>
  );
}
