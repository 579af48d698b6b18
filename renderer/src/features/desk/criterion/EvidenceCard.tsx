import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { namesDocument } from '#shared/domain/assessment/answer.ts';
import { useDeskFrame } from '../deskContext.ts';
import { AttachedFile } from '../files/AttachedFile.tsx';
import { FilePicker } from '../files/FilePicker.tsx';
import files from '../files/files.module.css';
import { UploadList } from '../files/UploadList.tsx';
import { useFileDrop } from '../files/useFileDrop.ts';
import { useUploads } from '../files/useUploads.ts';
import classes from './EvidenceCard.module.css';
import { EvidenceFields } from './EvidenceFields.tsx';
import type { EvidenceCardActions, EvidenceCardDraft } from './useEvidenceCards.ts';

interface EvidenceCardProps {
  readonly number: number;
  readonly card: EvidenceCardDraft;
  /** The cards of the criterion; the fields' typed texts are kept below it. */
  readonly place: string;
  readonly actions: EvidenceCardActions;
}

/** One document and its file. Files dropped or pasted here fill the card; further ones make cards of their own. */
export const EvidenceCard = memo(function EvidenceCard({ number, card, place, actions }: EvidenceCardProps) {
  const { t } = useTranslation('desk');
  const { isFrozen } = useDeskFrame();
  const { uploads, send } = useUploads();
  const first = useRef<HTMLInputElement>(null);
  const wasBlank = useRef(!namesDocument(card.evidence));
  useEffect(() => {
    if (wasBlank.current) first.current?.focus();
  }, []);
  const { file } = card.evidence;
  const addFiles = (dropped: readonly File[]): void => {
    actions.keepDuring(send(dropped, (stored) => actions.attach(card.key, stored)));
  };
  const { isOver, target } = useFileDrop(addFiles);
  return (
    <fieldset className={classes.card} data-over={isOver && !isFrozen} {...(isFrozen ? {} : target)}>
      <legend className={classes.legend}>{t('evidence.document', { number })}</legend>
      <EvidenceFields card={card} place={place} actions={actions} firstField={first} />
      {file !== undefined && (
        <AttachedFile file={file} onRemove={() => actions.change(card.key, { file: undefined }, 'choice')} />
      )}
      <UploadList uploads={uploads} />
      {!isFrozen && (
        <div className={files.offer}>
          {file === undefined && (
            <>
              <FilePicker
                label={t('files.attach')}
                spokenLabel={t('files.attachTo', { number })}
                isMultiple={false}
                onFiles={addFiles}
              />
              <span>{t('files.dropHint')}</span>
            </>
          )}
          <Button
            className={classes.remove ?? ''}
            size="compact-sm"
            variant="subtle"
            c="var(--missed)"
            color="red"
            leftSection={<IconTrash size={15} aria-hidden />}
            onClick={() => actions.remove(card.key)}
          >
            {t('evidence.removeDocument', { number })}
          </Button>
        </div>
      )}
    </fieldset>
  );
});
