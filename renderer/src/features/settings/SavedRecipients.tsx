import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textLimits } from '#shared/domain/assessment/answer.ts';
import { focusFirstFault } from '../../lib/focusFirstFault.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import classes from './ExchangeKeys.module.css';
import { useRecipients, type SavedRecipient } from './useRecipients.ts';

interface SavedRecipientsProps {
  readonly saved: readonly SavedRecipient[];
  readonly onSaved: () => void;
}

/** Whose keys are offered when a file is encrypted. */
export function SavedRecipients({ saved, onSaved }: SavedRecipientsProps) {
  const { t } = useTranslation('settings');
  const { state, add, remove } = useRecipients(saved, onSaved);
  return (
    <>
      <h3 className={classes.part}>{t('keys.recipients')}</h3>
      <p className={classes.lead}>{t('keys.recipientsHint')}</p>
      {saved.length > 0 && (
        <ul className={classes.list}>
          {saved.map((one) => (
            <li key={one.recipient}>
              <span className={classes.name}>{one.name}</span>
              <code>{one.recipient}</code>
              <Button
                size="compact-sm"
                variant="subtle"
                c="var(--missed)"
                color="red"
                leftSection={<IconTrash size={15} aria-hidden />}
                aria-label={t('keys.removeOf', { name: one.name })}
                onClick={() => void remove(one)}
              >
                {t('keys.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <NewRecipient isSending={state.kind === 'sending'} onAdd={add} />
      {state.kind === 'failed' && <ErrorNotice errors={state.errors} />}
      <p role="status" className={classes.copied}>
        {state.kind === 'saved' && t('keys.recipientsSaved')}
      </p>
    </>
  );
}

interface NewRecipientProps {
  readonly isSending: boolean;
  /** Whether it was saved. */
  readonly onAdd: (recipient: SavedRecipient) => Promise<boolean>;
}

function NewRecipient({ isSending, onAdd }: NewRecipientProps) {
  const { t } = useTranslation('settings');
  const [name, setName] = useState('');
  const [recipient, setRecipient] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const isNameMissing = name.trim() === '';
  const isKeyWrong = !/^age1[a-z0-9]{20,}$/u.test(recipient.trim());
  const submit = async (): Promise<void> => {
    setIsChecked(true);
    if (isNameMissing || isKeyWrong || isSending) return;
    if (!(await onAdd({ name: name.trim(), recipient: recipient.trim() }))) return;
    setName('');
    setRecipient('');
    setIsChecked(false);
  };
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
        focusFirstFault(event.currentTarget);
      }}
    >
      <TextInput
        label={t('keys.recipientName')}
        value={name}
        maxLength={textLimits.short}
        error={isChecked && isNameMissing ? t('keys.recipientNameMissing') : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('keys.recipientKey')}
        value={recipient}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        error={isChecked && isKeyWrong ? t('keys.recipientKeyWrong') : undefined}
        onChange={(event) => setRecipient(event.currentTarget.value)}
      />
      <div>
        <Button
          type="submit"
          variant="default"
          loading={isSending}
          leftSection={<IconPlus size={17} aria-hidden />}
        >
          {t('keys.add')}
        </Button>
      </div>
    </form>
  );
}
