import { Button, Group } from '@mantine/core';
import { IconDownload, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ExportedPackage } from '#shared/api/contract.ts';
import { shortCode } from '#shared/report/scorecardCode.ts';
import { packageUrl } from '../../lib/packageFiles.ts';
import { useSizeText } from '../../lib/useSizeText.ts';
import { AddToOutbox } from '../../ui/outbox/AddToOutbox.tsx';
import classes from './ExportDialog.module.css';

interface ExportResultProps {
  readonly exported: ExportedPackage;
  /** With which the file was encrypted, if with any. */
  readonly passphrase: string | null;
  readonly onClose: () => void;
}

/** What was written and verified, the code to read out, and what to do with the file. */
export function ExportResult({ exported, passphrase, onClose }: ExportResultProps) {
  const { t } = useTranslation(['exporting', 'app']);
  const sizeText = useSizeText();
  const { fileName, size, revision, signed } = exported;
  const contents = [
    t('written.answered', { count: exported.criteriaAnswered }),
    t('written.cards', { count: exported.evidenceCards }),
    t('written.files', { count: exported.evidenceFiles }),
    exported.masked ? t('written.masked') : null,
    exported.encrypted ? t('written.encrypted') : null,
  ].filter((fact) => fact !== null);
  return (
    <>
      <p role="status" className={classes.verified}>
        <IconShieldCheck size={20} aria-hidden />
        {t('written.verified')}
      </p>
      <dl className={classes.facts}>
        <div>
          <dt>{t('written.file')}</dt>
          <dd className={classes.fileName}>{t('written.fileOfSize', { fileName, size: sizeText(size) })}</dd>
        </div>
        <div>
          <dt>{t('written.code')}</dt>
          <dd>
            <strong className={classes.code}>{shortCode(exported.shortCode)}</strong>
            <span className={classes.hint}>{t('written.codeHint')}</span>
          </dd>
        </div>
        <div>
          <dt>{t('written.state')}</dt>
          <dd>{signed ? t('written.signed', { revision }) : t('written.workingCopy')}</dd>
        </div>
        <div>
          <dt>{t('written.contents')}</dt>
          <dd>
            <ul className={classes.contents}>
              {contents.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
      <h3 className={classes.next}>{t('next.title')}</h3>
      <ol className={classes.steps}>
        <li>{t('next.save')}</li>
        <li>{t('next.send')}</li>
        <li>{exported.encrypted ? t('next.secret') : t('next.call')}</li>
      </ol>
      <AddToOutbox downloadId={exported.downloadId} passphrase={passphrase} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('app:close')}
        </Button>
        <Button
          component="a"
          data-autofocus
          href={packageUrl(exported.downloadId)}
          download={fileName}
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('written.save')}
        </Button>
      </Group>
    </>
  );
}
