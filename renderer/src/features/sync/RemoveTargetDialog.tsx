import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncTarget } from '#shared/api/syncCalls.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { useReturnFocus } from '../../lib/useReturnFocus.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import classes from './Sync.module.css';

interface RemoveTargetDialogProps {
  readonly target: SyncTarget;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

/** What is forgotten with a place and what stays, before it is done: its password would have to be asked for again. */
export function RemoveTargetDialog({ target, onClose, onRemoved }: RemoveTargetDialogProps) {
  const { t } = useTranslation(['sync', 'app']);
  useReturnFocus();
  const [errors, setErrors] = useState<readonly AppError[]>([]);
  const remove = async (): Promise<void> => {
    const removed = await call('targets.remove', { id: target.id });
    if (removed.ok) onRemoved();
    else setErrors(removed.errors);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('removal.title', { name: target.name })}
      classNames={{ title: classes.dialogTitle ?? '' }}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <p className={classes.lead}>{t('removal.what')}</p>
      {errors.length > 0 && <ErrorNotice errors={errors} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('app:cancel')}
        </Button>
        <Button color="red.9" onClick={() => void remove()}>
          {t('removal.yes')}
        </Button>
      </Group>
    </Modal>
  );
}
