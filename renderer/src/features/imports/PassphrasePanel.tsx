import { Button, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ImportWork.module.css';

interface PassphrasePanelProps {
  /** Files that are still locked. */
  readonly count: number;
  readonly wasWrong: boolean;
  readonly onPassphrase: (passphrase: string) => void;
}

/** Some files can only be read with their passphrase. */
export function PassphrasePanel({ count, wasWrong, onPassphrase }: PassphrasePanelProps) {
  const { t } = useTranslation('imports');
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      className={classes.warning}
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '') onPassphrase(passphrase);
      }}
    >
      <h2 className={classes.warningTitle}>
        <IconLock size={20} aria-hidden />
        {t('passphrase.title', { count })}
      </h2>
      <p>{t('passphrase.lead')}</p>
      <div className={classes.row}>
        <TextInput
          className={classes.field ?? ''}
          type="password"
          autoComplete="off"
          maxLength={1000}
          label={t('passphrase.label')}
          error={wasWrong ? t('passphrase.wrong') : undefined}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={passphrase === ''}>
          {t('passphrase.open')}
        </Button>
      </div>
    </form>
  );
}
