import { Button, Group } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncTarget, TargetCheck } from '#shared/api/syncCalls.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { RemoveTargetDialog } from './RemoveTargetDialog.tsx';
import classes from './Sync.module.css';
import { TargetSteps } from './TargetSteps.tsx';
import type { SyncWork } from './useSyncWork.ts';

interface TargetCardProps {
  readonly target: SyncTarget;
  readonly work: SyncWork;
  readonly onEdit: () => void;
  readonly onChanged: () => void;
}

type Look =
  | { readonly kind: 'none' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'checked'; readonly check: TargetCheck }
  | { readonly kind: 'failed'; readonly errors: readonly AppError[] };

/** One place: fetch from it and send to it, try out what works there, change it or forget it. */
export function TargetCard({ target, work, onEdit, onChanged }: TargetCardProps) {
  const { t } = useTranslation('sync');
  const { dayAndTime } = useFormat();
  const titleId = useId();
  const [look, setLook] = useState<Look>({ kind: 'none' });
  const [isRemoving, setIsRemoving] = useState(false);
  const check = async (): Promise<void> => {
    setLook({ kind: 'checking' });
    const checked = await call('targets.check', { id: target.id });
    setLook(
      checked.ok ? { kind: 'checked', check: checked.value } : { kind: 'failed', errors: checked.errors },
    );
  };
  const moment = (instant: string | null): string =>
    instant === null ? t('targets.never') : dayAndTime(instant);
  return (
    <article className={classes.target} aria-labelledby={titleId}>
      <h3 id={titleId}>{target.name}</h3>
      <p className={classes.address}>{target.address}</p>
      <p className={classes.lead}>
        {t('targets.times', { pulled: moment(target.pulledAt), sent: moment(target.sentAt) })}
      </p>
      <Group gap="xs">
        <Button
          size="compact-md"
          leftSection={<IconRefresh size={18} aria-hidden />}
          disabled={work.isRunning}
          aria-describedby={titleId}
          onClick={() => work.synchronise(target.id)}
        >
          {t('targets.synchronise')}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          loading={look.kind === 'checking'}
          aria-describedby={titleId}
          onClick={() => void check()}
        >
          {t('targets.check')}
        </Button>
        <Button size="compact-md" variant="default" aria-describedby={titleId} onClick={onEdit}>
          {t('targets.edit')}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          disabled={work.isRunning}
          aria-describedby={titleId}
          onClick={() => setIsRemoving(true)}
        >
          {t('targets.remove')}
        </Button>
      </Group>
      {isRemoving && (
        <RemoveTargetDialog target={target} onClose={() => setIsRemoving(false)} onRemoved={onChanged} />
      )}
      {look.kind === 'failed' && <ErrorNotice errors={look.errors} />}
      {look.kind === 'checked' && <TargetSteps check={look.check} />}
    </article>
  );
}
