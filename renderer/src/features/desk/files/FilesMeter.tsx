import { useTranslation } from 'react-i18next';
import { useDeskFrame } from '../deskContext.ts';
import classes from './files.module.css';
import { measureFiles } from './knownDocuments.ts';
import { useMissingFiles } from './useMissingFiles.ts';
import { useSizeText } from '../../../lib/useSizeText.ts';

/** What the attached files of the whole sheet weigh: they have to fit on a USB stick or in a message. */
export function FilesMeter() {
  const { t } = useTranslation('desk');
  const { assessment, answersNow } = useDeskFrame();
  const sizeText = useSizeText();
  const missing = useMissingFiles(assessment.id).size;
  const { count, bytes } = measureFiles(answersNow());
  if (count === 0) return null;
  return (
    <p className={classes.meter}>
      {t('files.meter', { count, size: sizeText(bytes) })}
      {missing > 0 && ` ${t('files.missingCount', { count: missing })}`}
    </p>
  );
}
