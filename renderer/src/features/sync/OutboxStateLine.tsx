import {
  IconAlertTriangle,
  IconCheck,
  IconChecks,
  IconClock,
  IconSend,
  type IconProps,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '#shared/api/syncCalls.ts';
import { isReceipted } from '#shared/domain/sync/neededFiles.ts';
import { assertNever } from '#shared/errors/assertNever.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import { useFormat } from '../../lib/useFormat.ts';
import classes from './Sync.module.css';

const icons: Readonly<Record<OutboxItem['state']['kind'], ComponentType<IconProps>>> = {
  waiting: IconClock,
  sending: IconSend,
  sent: IconCheck,
  received: IconChecks,
  failed: IconAlertTriangle,
};

/** How far a file is, in plain words; a failure says why, what was kept and when it is tried again. */
export function OutboxStateLine({ item }: { readonly item: OutboxItem }) {
  const { state } = item;
  const words = useStateInWords(item);
  const Icon = icons[state.kind];
  return (
    <span className={classes.state} data-state={state.kind}>
      <Icon size={18} aria-hidden />
      <span>{words}</span>
    </span>
  );
}

function useStateInWords({ kind, state }: OutboxItem): string {
  const { t } = useTranslation('sync');
  const { dayAndTime } = useFormat();
  const describe = useErrorText();
  switch (state.kind) {
    case 'waiting':
      return t('outbox.states.waiting');
    case 'sending':
      return t('outbox.states.sending', { moment: dayAndTime(state.since) });
    case 'sent':
      return t(isReceipted(kind) ? 'outbox.states.sent' : 'outbox.states.arrived', {
        moment: dayAndTime(state.sentAt),
      });
    case 'received':
      return t('outbox.states.received', {
        moment: dayAndTime(state.receivedAt),
        receiver: state.receiverName,
      });
    case 'failed':
      return t(state.nextTryAt === null ? 'outbox.states.failed' : 'outbox.states.failedForNow', {
        reason: describe(state.error),
        moment: state.nextTryAt === null ? '' : dayAndTime(state.nextTryAt),
      });
    default:
      return assertNever(state);
  }
}
