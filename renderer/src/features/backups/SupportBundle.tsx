import { Button } from '@mantine/core';
import { IconLifebuoy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { addressOfBytes, download } from '../../lib/fileFromBackend.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import classes from './BackupsScreen.module.css';

type BundleState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making' }
  | { readonly kind: 'made'; readonly fileName: string }
  | { readonly kind: 'failed'; readonly errors: readonly AppError[] };

/** Technical facts for whoever helps, as a file. */
export function SupportBundle() {
  const { t } = useTranslation('backups');
  const [state, setState] = useState<BundleState>({ kind: 'idle' });
  const make = async (): Promise<void> => {
    setState({ kind: 'making' });
    const made = await call('support.createBundle', {});
    if (!made.ok) return setState({ kind: 'failed', errors: made.errors });
    const { fileName, base64 } = made.value;
    const address = addressOfBytes(base64, 'application/json');
    download(address, fileName);
    URL.revokeObjectURL(address);
    setState({ kind: 'made', fileName });
  };
  return (
    <>
      <p className={classes.lead}>{t('support.lead')}</p>
      <Button
        variant="default"
        leftSection={<IconLifebuoy size={18} aria-hidden />}
        loading={state.kind === 'making'}
        onClick={() => void make()}
      >
        {t('support.create')}
      </Button>
      <p role="status" className={classes.done}>
        {state.kind === 'made' && t('support.made', { fileName: state.fileName })}
      </p>
      {state.kind === 'failed' && <ErrorNotice errors={state.errors} onRetry={() => void make()} />}
    </>
  );
}
