import { FileInput, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SyncTarget } from '#shared/api/syncCalls.ts';
import type { useTargetForm } from './useTargetForm.ts';

interface ServerFieldsProps {
  /** Null for a new place. */
  readonly target: SyncTarget | null;
  readonly form: ReturnType<typeof useTargetForm>;
}

/** Who comes in, and what the IT department may ask for besides. */
export function ServerFields({ target, form }: ServerFieldsProps) {
  const { t } = useTranslation('sync');
  const { draft, change } = form;
  return (
    <>
      <TextInput
        label={t('form.userName')}
        autoComplete="off"
        value={draft.userName}
        onChange={(event) => change({ userName: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('form.password')}
        description={t(target?.hasPassword === true ? 'form.passwordKept' : 'form.passwordHint')}
        visibilityToggleButtonProps={{ 'aria-label': t('form.passwordShow') }}
        autoComplete="new-password"
        value={draft.password ?? ''}
        onChange={(event) =>
          change({ password: event.currentTarget.value === '' ? null : event.currentTarget.value })
        }
      />
      <details>
        <summary>{t('form.more')}</summary>
        <Stack gap="md" mt="sm">
          <FileInput
            label={t('form.authority')}
            description={
              target?.authority
                ? t('form.authorityKept', { name: target.authority.name })
                : t('form.authorityHint')
            }
            accept=".pem,.crt,.cer"
            clearable
            clearButtonProps={{ 'aria-label': t('form.authorityClear') }}
            onChange={(file) => void form.takeAuthority(file)}
          />
          <TextInput
            label={t('form.proxy')}
            description={t('form.proxyHint')}
            value={draft.proxy ?? ''}
            onChange={(event) =>
              change({ proxy: event.currentTarget.value === '' ? null : event.currentTarget.value })
            }
          />
        </Stack>
      </details>
    </>
  );
}
