import { Button, Group, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.ts';
import classes from './BackupsScreen.module.css';
import type { Backup } from './useBackups.ts';

interface RestoreDialogProps {
  readonly backup: Backup;
  readonly isRestoring: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** What a restore does, what is lost and what is not, before it is done. */
export function RestoreDialog({ backup, isRestoring, onClose, onConfirm }: RestoreDialogProps) {
  const { t } = useTranslation(['backups', 'app']);
  const { dayAndTime } = useFormat();
  const moment = dayAndTime(backup.createdAt);
  return (
    <Modal
      opened
      // Half way through there is nothing to go back to.
      onClose={isRestoring ? () => undefined : onClose}
      title={t('confirm.title', { moment })}
      classNames={{ title: classes.dialogTitle ?? '' }}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <ul className={classes.facts}>
        <li>{t('confirm.what', { moment })}</li>
        <li>
          <strong>{t('confirm.loss')}</strong>
        </li>
        <li>{t('confirm.safety')}</li>
        <li>{t('confirm.failure')}</li>
      </ul>
      <Group justify="flex-end">
        <Button variant="default" disabled={isRestoring} data-autofocus onClick={onClose}>
          {t('app:cancel')}
        </Button>
        <Button color="red.9" loading={isRestoring} onClick={onConfirm}>
          {t('confirm.yes')}
        </Button>
      </Group>
    </Modal>
  );
}
