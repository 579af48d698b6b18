import { Button } from '@mantine/core';
import { IconAlertTriangle, IconFile, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredEvidence } from '#shared/api/evidenceFiles.ts';
import { useDeskFrame } from '../deskContext.ts';
import classes from './files.module.css';
import { useMissingFiles } from './useMissingFiles.ts';
import { useSizeText } from '../../../lib/useSizeText.ts';

const FilePreview = lazy(() =>
  import('../../../ui/evidence/FilePreview.tsx').then(({ FilePreview: Preview }) => ({ default: Preview })),
);

interface AttachedFileProps {
  readonly file: StoredEvidence;
  readonly onRemove: () => void;
}

/** A document's file: its name and size, a look into it, and a warning where the store has lost it. */
export function AttachedFile({ file, onRemove }: AttachedFileProps) {
  const { t } = useTranslation('desk');
  const { assessment, isFrozen } = useDeskFrame();
  const sizeText = useSizeText();
  const [isShown, setIsShown] = useState(false);
  const isMissing = useMissingFiles(assessment.id).has(file.sha256);
  return (
    <div className={classes.attached}>
      <IconFile size={18} aria-hidden />
      <button type="button" className={classes.open} onClick={() => setIsShown(true)}>
        {file.name}
      </button>
      <span className={classes.size}>{sizeText(file.size)}</span>
      {!isFrozen && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          c="var(--missed)"
          leftSection={<IconTrash size={15} aria-hidden />}
          aria-label={t('files.removeNamed', { name: file.name })}
          onClick={onRemove}
        >
          {t('files.remove')}
        </Button>
      )}
      {isMissing && (
        <p className={classes.missing}>
          <IconAlertTriangle size={16} aria-hidden />
          {t('files.missing')}
        </p>
      )}
      {isShown && (
        <Suspense>
          <FilePreview file={file} onClose={() => setIsShown(false)} />
        </Suspense>
      )}
    </div>
  );
}
