import { Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { shortestPassphrase, type Protection } from '../../lib/protection.ts';
import { useCall } from '../../lib/useCall.ts';
import type { ProtectionChoice } from '../../lib/useProtection.ts';
import { ErrorNotice } from '../ErrorNotice.tsx';
import classes from './ProtectionField.module.css';

const protections = ['none', 'passphrase', 'recipients'] as const satisfies readonly Protection[];

interface ProtectionFieldProps {
  readonly choice: ProtectionChoice;
  /** Called when somebody follows a link to another screen. */
  readonly onLeave?: (() => void) | undefined;
}

/** Who can open the file: everybody, whoever knows a passphrase, or the holders of saved keys. */
export function ProtectionField({ choice, onLeave }: ProtectionFieldProps) {
  const { draft, change } = choice;
  const { t } = useTranslation('exporting');
  return (
    <div>
      <Radio.Group
        label={t('protection.question')}
        value={draft.protection}
        onChange={(chosen) => change({ protection: protections.find((known) => known === chosen) ?? 'none' })}
      >
        <Stack gap="xs" mt={8}>
          {protections.map((protection) => (
            <Radio
              key={protection}
              value={protection}
              label={t(`protection.${protection}`)}
              description={t(`protection.${protection}Hint`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {draft.protection === 'passphrase' && <Passphrase {...choice} />}
      {draft.protection === 'recipients' && <Recipients choice={choice} onLeave={onLeave} />}
    </div>
  );
}

function Passphrase({ draft, fault, change }: ProtectionChoice) {
  const { t } = useTranslation('exporting');
  const [isShown, setIsShown] = useState(false);
  const type = isShown ? 'text' : 'password';
  return (
    <div className={classes.inner}>
      <TextInput
        type={type}
        label={t('passphrase.first')}
        description={t('passphrase.hint')}
        value={draft.passphrase}
        maxLength={1000}
        autoComplete="new-password"
        error={
          fault === 'passphrase-short' ? t('passphrase.short', { least: shortestPassphrase }) : undefined
        }
        onChange={(event) => change({ passphrase: event.currentTarget.value })}
      />
      <TextInput
        type={type}
        mt="sm"
        label={t('passphrase.again')}
        value={draft.passphraseAgain}
        maxLength={1000}
        autoComplete="new-password"
        error={fault === 'passphrase-differs' ? t('passphrase.differs') : undefined}
        onChange={(event) => change({ passphraseAgain: event.currentTarget.value })}
      />
      <Checkbox
        mt="sm"
        label={t('passphrase.show')}
        checked={isShown}
        onChange={(event) => setIsShown(event.currentTarget.checked)}
      />
    </div>
  );
}

function Recipients({ choice: { draft, fault, change }, onLeave }: ProtectionFieldProps) {
  const { t } = useTranslation('exporting');
  const { state, reload } = useCall('installation.read', {});
  if (state.kind === 'failed') return <ErrorNotice errors={state.errors} onRetry={reload} />;
  const saved = state.kind === 'ready' ? state.value.recipients : [];
  if (state.kind === 'ready' && saved.length === 0) {
    return (
      <p className={classes.inner}>
        {t('recipients.noneSaved')}{' '}
        <Link href="/settings" className={classes.link} onClick={onLeave}>
          {t('recipients.toSettings')}
        </Link>
      </p>
    );
  }
  return (
    <div className={classes.inner}>
      <Checkbox.Group
        label={t('recipients.question')}
        value={[...draft.recipients]}
        error={fault === 'recipients-none' ? t('recipients.missing') : undefined}
        onChange={(recipients) => change({ recipients })}
      >
        <Stack gap="xs" mt={8} mb={4}>
          {saved.map(({ name, recipient }) => (
            <Checkbox key={recipient} value={recipient} label={name} />
          ))}
        </Stack>
      </Checkbox.Group>
    </div>
  );
}
