import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ExportedResults } from '#shared/api/contract.ts';
import { packageUrl } from '../../../lib/packageFiles.ts';
import { useSizeText } from '../../../lib/useSizeText.ts';
import { AddToOutbox } from '../../../ui/outbox/AddToOutbox.tsx';
import classes from '../Dashboard.module.css';

interface WrittenResultsProps {
  readonly results: ExportedResults;
  /** With which the file was encrypted, if with any. */
  readonly passphrase: string | null;
}

/** The file that was written: whose results are in it, whose are not yet, and what is done with it. */
export function WrittenResults({ results, passphrase }: WrittenResultsProps) {
  const { t } = useTranslation('dashboard');
  const sizeText = useSizeText();
  const { units, withoutScores, fileName, size, downloadId } = results;
  return (
    <div className={classes.outcome}>
      <p>{t('results.written', { count: units.length, fileName, size: sizeText(size) })}</p>
      {withoutScores.length > 0 && (
        <p className={classes.warning}>
          {t('results.without', {
            count: withoutScores.length,
            names: withoutScores.map(({ name }) => name).join(', '),
          })}
        </p>
      )}
      <p className={classes.note}>{t('results.next')}</p>
      <AddToOutbox downloadId={downloadId} passphrase={passphrase} />
      <Button
        component="a"
        href={packageUrl(downloadId)}
        download={fileName}
        leftSection={<IconDownload size={18} aria-hidden />}
      >
        {t('results.save')}
      </Button>
    </div>
  );
}
