import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.ts';
import { useSizeText } from '../../lib/useSizeText.ts';
import classes from './BackupsScreen.module.css';
import type { Backup } from './useBackups.ts';

interface BackupTableProps {
  readonly backups: readonly Backup[];
  readonly isBusy: boolean;
  readonly onRestore: (backup: Backup) => void;
}

/** Every backup, newest first, each with the way back to it. */
export function BackupTable({ backups, isBusy, onRestore }: BackupTableProps) {
  const { t } = useTranslation('backups');
  const { dayAndTime } = useFormat();
  const sizeText = useSizeText();
  if (backups.length === 0) return <p className={classes.lead}>{t('list.none')}</p>;
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('list.when')}</th>
          <th scope="col">{t('list.why')}</th>
          <th scope="col">{t('list.size')}</th>
          <th scope="col">{t('list.action')}</th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => {
          const moment = dayAndTime(backup.createdAt);
          return (
            <tr key={backup.name}>
              <th scope="row">{moment}</th>
              <td>{t(`list.reason.${backup.reason}`)}</td>
              <td>{sizeText(backup.size)}</td>
              <td>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={isBusy}
                  aria-label={t('list.restoreOf', { moment })}
                  onClick={() => onRestore(backup)}
                >
                  {t('list.restore')}
                </Button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
