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
import { assertNever } from '#shared/errors/assertNever.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import { useFormat } from '../../lib/useFormat.ts';
import classes from './Sync.module.css';

type OutboxState = OutboxItem['state'];

const icons: Readonly<Record<OutboxState['kind'], ComponentType<IconProps>>> = {
  waiting: IconClock,
  sending: IconSend,
  sent: IconCheck,
  received: IconChecks,
  failed: IconAlertTriangle,
};

/** How far a file is, in plain words; a failure says why, what was kept and when it is tried again. */
export function OutboxStateLine({ state }: { readonly state: OutboxState }) {
  const words = useStateInWords(state);
  const Icon = icons[state.kind];
  return (
    <span className={classes.state} data-state={state.kind}>
      <Icon size={18} aria-hidden />
      <span>{words}</span>
    </span>
  );
}

function useStateInWords(state: OutboxState): string {
  const { t } = useTranslation('sync');
  const { dayAndTime } = useFormat();
  const describe = useErrorText();
  switch (state.kind) {
    case 'waiting':
      return t('outbox.states.waiting');
    case 'sending':
      return t('outbox.states.sending', { moment: dayAndTime(state.since) });
    case 'sent':
      return t('outbox.states.sent', { moment: dayAndTime(state.sentAt) });
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
