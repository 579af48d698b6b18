import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './ExchangeKeys.module.css';

interface CopyFieldProps {
  /** What is copied, in words. */
  readonly label: string;
  readonly text: string;
}

/** A text for other programs, with a button that copies it; it can be marked and copied by hand too. */
export function CopyField({ label, text }: CopyFieldProps) {
  const { t } = useTranslation('settings');
  const clipboard = useClipboard();
  const Icon = clipboard.copied ? IconCheck : IconCopy;
  return (
    <div className={classes.copy}>
      <code>{text}</code>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('keys.copyOf', { what: label })}
        leftSection={<Icon size={15} aria-hidden />}
        onClick={() => clipboard.copy(text)}
      >
        {t('keys.copy')}
      </Button>
      <span role="status" className={classes.copied}>
        {clipboard.copied && t('keys.copied')}
        {clipboard.error !== null && t('keys.copyFailed')}
      </span>
    </div>
  );
}
