import { IconMailForward } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { isReceipted } from '#shared/domain/sync/neededFiles.ts';
import { call } from '../../lib/backend.ts';
import { useOutboxRound } from '../../lib/outboxRound.ts';
import { useLoaded } from '../../lib/useCall.ts';
import classes from './HomeScreen.module.css';

/** What still waits to be sent from this machine, and what could not be; nothing where all has gone. */
export function OutboxNotice() {
  const { t } = useTranslation('home');
  const round = useOutboxRound((outbox) => outbox.round);
  const { state } = useLoaded(`outbox ${String(round)}`, () => call('outbox.list', {}));
  if (state.kind !== 'ready') return null;
  const count = (kind: string): number => state.value.filter((item) => item.state.kind === kind).length;
  const waiting = count('waiting') + count('sending');
  const failed = count('failed');
  const unanswered = state.value.filter(
    (item) => item.state.kind === 'sent' && isReceipted(item.kind),
  ).length;
  if (waiting + failed + unanswered === 0) return null;
  return (
    <p className={classes.outbox}>
      <IconMailForward size={18} aria-hidden />
      <span>
        {waiting > 0 && `${t('outbox.waiting', { count: waiting })} `}
        {failed > 0 && `${t('outbox.failed', { count: failed })} `}
        {unanswered > 0 && `${t('outbox.unanswered', { count: unanswered })} `}
        <Link href="/sync">{t('outbox.open')}</Link>
      </span>
    </p>
  );
}
