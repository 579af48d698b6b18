import { IconAlertTriangle, IconFile } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredEvidence } from '#shared/api/evidenceFiles.ts';
import { useSizeText } from '../../../lib/useSizeText.ts';
import { useAppraisalFrame } from '../appraisalContext.ts';
import classes from './CriterionPane.module.css';

const FilePreview = lazy(() =>
  import('../../../ui/evidence/FilePreview.tsx').then(({ FilePreview: Preview }) => ({ default: Preview })),
);

/** A document's file; one that did not travel along is named and said to be absent. */
export function EvidenceFile({ file }: { readonly file: StoredEvidence }) {
  const { t } = useTranslation('appraisal');
  const { missingFiles } = useAppraisalFrame();
  const sizeText = useSizeText();
  const [isShown, setIsShown] = useState(false);
  if (missingFiles.has(file.sha256)) {
    return (
      <p className={classes.lost}>
        <IconAlertTriangle size={16} aria-hidden />
        {t('evidence.fileAbsent', { name: file.name })}
      </p>
    );
  }
  return (
    <div className={classes.file}>
      <IconFile size={17} aria-hidden />
      <button type="button" className={classes.open} onClick={() => setIsShown(true)}>
        {file.name}
      </button>
      <span className={classes.soft}>{sizeText(file.size)}</span>
      {isShown && (
        <Suspense>
          <FilePreview file={file} onClose={() => setIsShown(false)} />
        </Suspense>
      )}
    </div>
  );
}
