import { IconMailCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '#shared/api/contract.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { Panel } from '../../ui/Panel.tsx';
import classes from './AfterReceipt.module.css';

interface AfterReceiptProps {
  /** Null where nothing has come back for the signature in force. */
  readonly receipt: Receipt | null;
  /** Criteria that the level above wants answered. */
  readonly owed: number;
}

/** Who has the signed sheet, and whether it can be taken back all the same: only what was sent back can. */
export function AfterReceipt({ receipt, owed }: AfterReceiptProps) {
  const { t } = useTranslation('signing');
  const { dayAndTime } = useFormat();
  if (receipt === null) return null;
  const receiver = receipt.receiverName;
  return (
    <Panel title={t('received.title')}>
      <p className={classes.received}>
        <IconMailCheck size={18} aria-hidden />
        {t('received.when', { receiver, moment: dayAndTime(receipt.receivedAt) })}
      </p>
      <p className={classes.text}>
        {owed > 0 ? t('received.mayRecall', { count: owed }) : t('received.mayNotRecall', { receiver })}
      </p>
    </Panel>
  );
}
