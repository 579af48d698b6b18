import { Checkbox } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportFile } from '#shared/api/contract.ts';
import { useCall } from '../../lib/useCall.ts';
import { FingerprintWords } from '../../ui/FingerprintWords.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { listChangedKeys, type ChangedKey } from './changedKeys.ts';
import { hasChangedSigner } from './fileList.ts';
import classes from './ImportWork.module.css';

interface ChangedSignersProps {
  readonly files: readonly ImportFile[];
  /** Public keys. */
  readonly accepted: ReadonlySet<string>;
  readonly onAccepted: (accepted: ReadonlySet<string>) => void;
}

/** Keys that are not those known for their unit: shown side by side, accepted only by a person's own tick. */
export function ChangedSigners({ files, ...rest }: ChangedSignersProps) {
  const changed = files.filter(hasChangedSigner);
  return changed.length === 0 ? null : <Warning files={changed} {...rest} />;
}

const pageSize = 6;

function Warning({ files, accepted, onAccepted }: ChangedSignersProps) {
  const { t } = useTranslation('imports');
  const { state } = useCall('signers.list', {});
  const [page, setPage] = useState(0);
  const keys = listChangedKeys(files, state.kind === 'ready' ? state.value : []);
  const accept = (publicKey: string, isAccepted: boolean): void => {
    const next = new Set(accepted);
    if (isAccepted) next.add(publicKey);
    else next.delete(publicKey);
    onAccepted(next);
  };
  return (
    <section className={classes.warning} aria-labelledby="changed-keys">
      <h2 id="changed-keys" className={classes.warningTitle}>
        <IconAlertTriangle size={20} aria-hidden />
        {t('changed.title', { count: keys.length })}
      </h2>
      <p>{t('changed.lead')}</p>
      <div className={classes.signers}>
        {keys.slice(page * pageSize, (page + 1) * pageSize).map((key) => (
          <Key
            key={key.publicKey}
            changed={key}
            isAccepted={accepted.has(key.publicKey)}
            onAccept={(isAccepted) => accept(key.publicKey, isAccepted)}
          />
        ))}
      </div>
      <Pager
        label={t('changed.pages')}
        page={page}
        pageSize={pageSize}
        total={keys.length}
        onPage={setPage}
      />
    </section>
  );
}

interface KeyProps {
  readonly changed: ChangedKey;
  readonly isAccepted: boolean;
  readonly onAccept: (isAccepted: boolean) => void;
}

function Key({ changed: { unitName, words, known, files }, isAccepted, onAccept }: KeyProps) {
  const { t } = useTranslation('imports');
  return (
    <div className={classes.signer}>
      <h3 className={classes.signerName}>{t('changed.unit', { unit: unitName, count: files })}</h3>
      <dl className={classes.keys}>
        <dt>{t('changed.known')}</dt>
        <dd>
          {known.map((one) => (
            <div key={one.join(' ')}>
              <FingerprintWords words={one} label={t('changed.known')} />
            </div>
          ))}
        </dd>
        <dt>{t('changed.new')}</dt>
        <dd>
          <FingerprintWords words={words} label={t('changed.new')} />
        </dd>
      </dl>
      <Checkbox
        label={t('changed.accept', { unit: unitName })}
        checked={isAccepted}
        onChange={(event) => onAccept(event.currentTarget.checked)}
      />
    </div>
  );
}
