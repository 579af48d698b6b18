import { Button, Group } from '@mantine/core';
import { IconFiles, IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilePicker } from '../files/FilePicker.tsx';
import { UploadList } from '../files/UploadList.tsx';
import type { useUploads } from '../files/useUploads.ts';
import type { EvidenceCardActions } from './useEvidenceCards.ts';

const ReuseDialog = lazy(() =>
  import('../files/ReuseDialog.tsx').then(({ ReuseDialog: Dialog }) => ({ default: Dialog })),
);

interface EvidenceAddingProps {
  readonly criterionId: string;
  readonly actions: EvidenceCardActions;
  readonly uploads: ReturnType<typeof useUploads>['uploads'];
  readonly onFiles: (files: readonly File[]) => void;
}

/** The ways to a further document: a blank card, files, or one that stands at another criterion already. */
export function EvidenceAdding({ criterionId, actions, uploads, onFiles }: EvidenceAddingProps) {
  const { t } = useTranslation('desk');
  const [isReusing, setIsReusing] = useState(false);
  return (
    <>
      <UploadList uploads={uploads} />
      <Group gap="xs">
        <Button
          variant="light"
          size="sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => actions.add()}
        >
          {t('evidence.add')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconFiles size={15} aria-hidden />}
          onClick={() => setIsReusing(true)}
        >
          {t('files.reuse')}
        </Button>
        <FilePicker
          label={t('files.addFromFiles')}
          spokenLabel={t('files.addFromFiles')}
          isMultiple
          onFiles={onFiles}
        />
      </Group>
      {isReusing && (
        <Suspense>
          <ReuseDialog
            criterionId={criterionId}
            onClose={() => setIsReusing(false)}
            onChoose={(evidence) => {
              actions.add(evidence);
              setIsReusing(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
