import { Button, Group } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { useOutboxRound } from '../../lib/outboxRound.ts';
import { useCall } from '../../lib/useCall.ts';
import { ErrorNotice } from '../ErrorNotice.tsx';
import classes from './AddToOutbox.module.css';

interface AddToOutboxProps {
  /** The file that lies ready. */
  readonly downloadId: string;
  /** With which it was encrypted, if with any. */
  readonly passphrase: string | null;
}

/** The decision that a written file goes to a place that is set up; nothing is sent by it yet. */
export function AddToOutbox({ downloadId, passphrase }: AddToOutboxProps) {
  const { t } = useTranslation('sync');
  const { state } = useCall('targets.list', {});
  const noteAddition = useOutboxRound((outbox) => outbox.next);
  const [added, setAdded] = useState<string | null>(null);
  const [errors, setErrors] = useState<readonly AppError[]>([]);
  if (state.kind !== 'ready') return null;
  if (state.value.length === 0) {
    return (
      <p className={classes.hint}>
        {t('add.none')} <Link href="/sync">{t('add.setUp')}</Link>
      </p>
    );
  }
  if (added !== null) {
    return (
      <p role="status" className={classes.hint}>
        {t('add.done', { target: added })} <Link href="/sync">{t('add.open')}</Link>
      </p>
    );
  }
  const add = async (targetId: string, name: string): Promise<void> => {
    const reply = await call('outbox.add', { downloadId, targetId, passphrase });
    if (!reply.ok) return setErrors(reply.errors);
    setAdded(name);
    noteAddition();
  };
  return (
    <div className={classes.choice}>
      {errors.length > 0 && <ErrorNotice errors={errors} />}
      <Group gap="xs">
        {state.value.map(({ id, name }) => (
          <Button
            key={id}
            variant="default"
            leftSection={<IconMailForward size={18} aria-hidden />}
            onClick={() => void add(id, name)}
          >
            {t('add.to', { target: name })}
          </Button>
        ))}
      </Group>
      <p className={classes.hint}>{t('add.hint')}</p>
    </div>
  );
}
