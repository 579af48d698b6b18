import { Button } from '@mantine/core';
import { IconGitBranch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLineageRequest } from '../../../lib/lineageRequest.ts';
import { useDeskFrame } from '../deskContext.ts';

/** The way to where the figures of a criterion came from: which file, whose key, which edit. */
export function LineageButton({ criterionId }: { readonly criterionId: string }) {
  const { t } = useTranslation('lineage');
  const { assessment } = useDeskFrame();
  const ask = useLineageRequest((request) => request.ask);
  return (
    <Button
      size="compact-sm"
      variant="default"
      mb="sm"
      leftSection={<IconGitBranch size={15} aria-hidden />}
      onClick={() => ask({ assessmentId: assessment.id, stage: 'self', criterionId, field: 'value' })}
    >
      {t('open')}
    </Button>
  );
}
