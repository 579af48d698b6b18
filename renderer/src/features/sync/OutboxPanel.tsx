import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '#shared/api/syncCalls.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { OutboxStateLine } from './OutboxStateLine.tsx';
import classes from './Sync.module.css';
import type { SyncWork } from './useSyncWork.ts';

interface OutboxPanelProps {
  readonly items: readonly OutboxItem[];
  readonly work: SyncWork;
  readonly onChanged: () => void;
}

/** Every file on its way out with how far it is; the officer sends, or takes back what has not gone. */
export function OutboxPanel({ items, work, onChanged }: OutboxPanelProps) {
  const { t } = useTranslation('sync');
  const describePeriod = usePeriodText();
  const [errors, setErrors] = useState<readonly AppError[]>([]);
  const open = items.filter(({ state }) => state.kind === 'waiting' || state.kind === 'failed');
  const takeBack = async (id: string): Promise<void> => {
    const removed = await call('outbox.remove', { id });
    setErrors(removed.ok ? [] : removed.errors);
    onChanged();
  };
  if (items.length === 0) return <p className={classes.lead}>{t('outbox.none')}</p>;
  return (
    <>
      {errors.length > 0 && <ErrorNotice errors={errors} />}
      {open.length > 0 && (
        <Button
          leftSection={<IconSend size={18} aria-hidden />}
          disabled={work.isRunning}
          onClick={() => work.send(open.map(({ id }) => id))}
        >
          {t('outbox.sendAll', { count: open.length })}
        </Button>
      )}
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('outbox.file')}</th>
            <th scope="col">{t('outbox.to')}</th>
            <th scope="col">{t('outbox.state')}</th>
            <th scope="col">{t('outbox.action')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <th scope="row">
                {t(`outbox.kind.${item.kind}`)}
                <span className={classes.sub}>
                  {t('outbox.about', {
                    unit: item.unitName,
                    period: describePeriod(item.period),
                    revision: item.revision,
                  })}
                </span>
              </th>
              <td>{item.targetName}</td>
              <td>
                <OutboxStateLine item={item} />
              </td>
              <td>
                {(item.state.kind === 'waiting' || item.state.kind === 'failed') && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={work.isRunning}
                    aria-label={t('outbox.takeBackOf', { unit: item.unitName, target: item.targetName })}
                    onClick={() => void takeBack(item.id)}
                  >
                    {t('outbox.takeBack')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
