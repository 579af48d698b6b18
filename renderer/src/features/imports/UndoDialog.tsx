import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRecord } from '#shared/api/contract.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { useReturnFocus } from '../../lib/useReturnFocus.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import classes from './PastImports.module.css';

interface UndoDialogProps {
  readonly record: ImportRecord;
  readonly onClose: (isUndone: boolean) => void;
}

type UndoStep =
  | { readonly kind: 'asking' }
  | { readonly kind: 'undoing' }
  | { readonly kind: 'failed'; readonly errors: readonly AppError[] };

/** What undoing an import takes away and what it leaves, before it is done. */
export function UndoDialog({ record, onClose }: UndoDialogProps) {
  const { t } = useTranslation(['imports', 'app']);
  const { dayAndTime } = useFormat();
  useReturnFocus();
  const [step, setStep] = useState<UndoStep>({ kind: 'asking' });
  const isUndoing = step.kind === 'undoing';
  const undo = async (): Promise<void> => {
    setStep({ kind: 'undoing' });
    const undone = await call('imports.undo', { id: record.id });
    if (undone.ok) onClose(true);
    else setStep({ kind: 'failed', errors: undone.errors });
  };
  return (
    <Modal
      opened
      onClose={isUndoing ? () => undefined : () => onClose(false)}
      title={t('undo.title', { moment: dayAndTime(record.importedAt) })}
      classNames={{ title: classes.dialogTitle ?? '' }}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <ul className={classes.facts}>
        <li>{t('undo.what')}</li>
        <li>{t('undo.whole')}</li>
        <li>{t('undo.again')}</li>
      </ul>
      {step.kind === 'failed' && <ErrorNotice errors={step.errors} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" disabled={isUndoing} data-autofocus onClick={() => onClose(false)}>
          {t('app:cancel')}
        </Button>
        <Button color="red.9" loading={isUndoing} onClick={() => void undo()}>
          {t('undo.yes')}
        </Button>
      </Group>
    </Modal>
  );
}
