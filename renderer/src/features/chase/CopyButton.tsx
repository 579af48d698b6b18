import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './ChaseScreen.module.css';

interface CopyButtonProps {
  readonly label: string;
  /** Tells this button from others with the same words; the label when left out. */
  readonly spokenLabel?: string;
  readonly size: 'compact-sm' | 'sm';
  readonly isDisabled: boolean;
  readonly textNow: () => string;
}

/** Copies a message and says so. */
export function CopyButton({ label, spokenLabel, size, isDisabled, textNow }: CopyButtonProps) {
  const { t } = useTranslation('chase');
  const clipboard = useClipboard();
  const Icon = clipboard.copied ? IconCheck : IconCopy;
  return (
    <span className={classes.copy}>
      <Button
        size={size}
        variant="default"
        aria-label={spokenLabel ?? label}
        disabled={isDisabled}
        leftSection={<Icon size={15} aria-hidden />}
        onClick={() => clipboard.copy(textNow())}
      >
        {label}
      </Button>
      <span role="status" className={classes.copied}>
        {clipboard.copied && t('copy.done')}
        {clipboard.error !== null && t('copy.failed')}
      </span>
    </span>
  );
}
