import { Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useExportRequest } from '../../lib/exportRequest.ts';
import { useCall } from '../../lib/useCall.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import classes from './ExportDialog.module.css';
import { shortestPassphrase, type DraftFault, type ExportDraft, type Protection } from './exportDraft.ts';

const protections = ['none', 'passphrase', 'recipients'] as const satisfies readonly Protection[];

interface ProtectionFieldProps {
  readonly draft: ExportDraft;
  readonly fault: DraftFault;
  readonly onChange: (part: Partial<ExportDraft>) => void;
}

/** Who can open the file: everybody, whoever knows a passphrase, or the holders of saved keys. */
export function ProtectionField({ draft, fault, onChange }: ProtectionFieldProps) {
  const { t } = useTranslation('exporting');
  return (
    <div>
      <Radio.Group
        label={t('protection.question')}
        value={draft.protection}
        onChange={(chosen) =>
          onChange({ protection: protections.find((known) => known === chosen) ?? 'none' })
        }
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
      {draft.protection === 'passphrase' && <Passphrase draft={draft} fault={fault} onChange={onChange} />}
      {draft.protection === 'recipients' && <Recipients draft={draft} fault={fault} onChange={onChange} />}
    </div>
  );
}

function Passphrase({ draft, fault, onChange }: ProtectionFieldProps) {
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
        onChange={(event) => onChange({ passphrase: event.currentTarget.value })}
      />
      <TextInput
        type={type}
        mt="sm"
        label={t('passphrase.again')}
        value={draft.passphraseAgain}
        maxLength={1000}
        autoComplete="new-password"
        error={fault === 'passphrase-differs' ? t('passphrase.differs') : undefined}
        onChange={(event) => onChange({ passphraseAgain: event.currentTarget.value })}
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

function Recipients({ draft, fault, onChange }: ProtectionFieldProps) {
  const { t } = useTranslation('exporting');
  const { state, reload } = useCall('installation.read', {});
  const endExport = useExportRequest((request) => request.end);
  if (state.kind === 'failed') return <ErrorNotice errors={state.errors} onRetry={reload} />;
  const saved = state.kind === 'ready' ? state.value.recipients : [];
  if (state.kind === 'ready' && saved.length === 0) {
    return (
      <p className={classes.inner}>
        {t('recipients.noneSaved')}{' '}
        <Link href="/settings" className={classes.link} onClick={endExport}>
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
        onChange={(recipients) => onChange({ recipients })}
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
