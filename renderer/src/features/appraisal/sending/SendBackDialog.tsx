import { Button, Group, Modal } from '@mantine/core';
import { IconDownload, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { packageUrl } from '../../../lib/packageFiles.ts';
import { useReturnFocus } from '../../../lib/useReturnFocus.ts';
import { useSizeText } from '../../../lib/useSizeText.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { AddToOutbox } from '../../../ui/outbox/AddToOutbox.tsx';
import { ProtectionField } from '../../../ui/protection/ProtectionField.tsx';
import { useAppraisalFrame } from '../appraisalContext.ts';
import type { CriterionToJudge } from '../judgements.ts';
import { ReviewContents } from './ReviewContents.tsx';
import classes from './SendBack.module.css';
import { useFileBack, type FileBack, type FileBackStep } from './useFileBack.ts';

interface SendBackDialogProps {
  readonly kind: FileBack;
  readonly criteria: readonly CriterionToJudge[];
  readonly onClose: () => void;
}

/** What will go into the file, then the file itself. */
export function SendBackDialog({ kind, criteria, onClose }: SendBackDialogProps) {
  const { t } = useTranslation(['appraisal', 'app']);
  const { opened } = useAppraisalFrame();
  const { unit, id } = opened.assessment;
  useReturnFocus();
  const { step, protection, write } = useFileBack(kind, id);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`send.${kind}Title`, { unit: unit.name })}
      size="lg"
      classNames={{ title: classes.title ?? '' }}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      {step.kind === 'written' ? (
        <WrittenFile kind={kind} file={step.file} passphrase={step.passphrase} onClose={onClose} />
      ) : (
        <>
          {kind === 'review' ? (
            <ReviewContents criteria={criteria} />
          ) : (
            <p className={classes.lead}>{t('send.receiptLead', { unit: unit.name })}</p>
          )}
          <ProtectionField choice={protection} onLeave={onClose} />
          {step.kind === 'failed' && <ErrorNotice errors={step.errors} />}
          <p role="status" className={classes.busy}>
            {step.kind === 'writing' && t('send.writing')}
          </p>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('app:cancel')}
            </Button>
            <Button data-autofocus loading={step.kind === 'writing'} onClick={() => void write()}>
              {t(`send.${kind}Write`)}
            </Button>
          </Group>
        </>
      )}
    </Modal>
  );
}

interface WrittenFileProps {
  readonly kind: FileBack;
  readonly file: Extract<FileBackStep, { kind: 'written' }>['file'];
  readonly passphrase: string | null;
  readonly onClose: () => void;
}

function WrittenFile({ kind, file, passphrase, onClose }: WrittenFileProps) {
  const { t } = useTranslation(['appraisal', 'app']);
  const sizeText = useSizeText();
  return (
    <>
      <p role="status" className={classes.verified}>
        <IconShieldCheck size={20} aria-hidden />
        {t('send.verified')}
      </p>
      <p className={classes.fileName}>
        {t('send.fileOfSize', { fileName: file.fileName, size: sizeText(file.size) })}
      </p>
      <p className={classes.lead}>{t(`send.${kind}Next`)}</p>
      <AddToOutbox downloadId={file.downloadId} passphrase={passphrase} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('app:close')}
        </Button>
        <Button
          component="a"
          data-autofocus
          href={packageUrl(file.downloadId)}
          download={file.fileName}
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('send.save')}
        </Button>
      </Group>
    </>
  );
}
