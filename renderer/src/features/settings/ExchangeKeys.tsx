import { useTranslation } from 'react-i18next';
import { useCall } from '../../lib/useCall.ts';
import { FingerprintWords } from '../../ui/FingerprintWords.tsx';
import { WhenReady } from '../../ui/WhenReady.tsx';
import { CopyField } from './CopyField.tsx';
import classes from './ExchangeKeys.module.css';
import { KnownSigners } from './KnownSigners.tsx';
import { SavedRecipients } from './SavedRecipients.tsx';

/** By what others know this machine, for whom it encrypts, and whom it knows. */
export function ExchangeKeys() {
  const { t } = useTranslation('settings');
  const loaded = useCall('installation.read', {});
  return (
    <WhenReady loaded={loaded}>
      {({ words, recipient, recipients }) => (
        <>
          <h3 className={classes.part}>{t('keys.fingerprint')}</h3>
          <p className={classes.lead}>{t('keys.fingerprintHint')}</p>
          <div className={classes.words}>
            <FingerprintWords words={words} label={t('keys.fingerprint')} />
          </div>
          <h3 className={classes.part}>{t('keys.recipient')}</h3>
          <p className={classes.lead}>{t('keys.recipientHint')}</p>
          <CopyField label={t('keys.recipient')} text={recipient} />
          <SavedRecipients saved={recipients} onSaved={loaded.reload} />
          <KnownSigners />
        </>
      )}
    </WhenReady>
  );
}
