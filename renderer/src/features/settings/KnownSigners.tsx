import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../lib/useCall.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { FingerprintWords } from '../../ui/FingerprintWords.tsx';
import { Pager } from '../../ui/Pager.tsx';
import classes from './ExchangeKeys.module.css';

const pageSize = 20;

/** Keys that have signed what came in, with how each became known; read when it is asked for. */
export function KnownSigners() {
  const { t } = useTranslation('settings');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={classes.signers} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('keys.signers')}</summary>
      {isOpen && <Signers />}
    </details>
  );
}

function Signers() {
  const { t } = useTranslation('settings');
  const { dayAndTime } = useFormat();
  const { state, reload } = useCall('signers.list', {});
  const [page, setPage] = useState(0);
  if (state.kind === 'failed') return <ErrorNotice errors={state.errors} onRetry={reload} />;
  if (state.kind === 'loading') return null;
  if (state.value.length === 0) return <p className={classes.lead}>{t('keys.signersNone')}</p>;
  return (
    <>
      <ul className={classes.list}>
        {state.value.slice(page * pageSize, (page + 1) * pageSize).map((signer) => (
          <li key={signer.publicKey}>
            <span className={classes.name}>{signer.unit.name}</span>
            <FingerprintWords words={signer.words} label={t('keys.wordsOf', { unit: signer.unit.name })} />
            <span className={classes.since}>
              {t(`keys.known.${signer.known}`, { moment: dayAndTime(signer.since) })}
            </span>
          </li>
        ))}
      </ul>
      <Pager
        label={t('keys.signerPages')}
        page={page}
        pageSize={pageSize}
        total={state.value.length}
        onPage={setPage}
      />
    </>
  );
}
