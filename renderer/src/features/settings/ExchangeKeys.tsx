import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/errors/assertNever.ts';
import { useCall } from '../../lib/useCall.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { FingerprintWords } from '../../ui/FingerprintWords.tsx';
import { WaitingNotice } from '../../ui/WaitingNotice.tsx';
import { CopyField } from './CopyField.tsx';
import classes from './ExchangeKeys.module.css';
import { KnownSigners } from './KnownSigners.tsx';
import { SavedRecipients } from './SavedRecipients.tsx';

/** By what others know this machine, for whom it encrypts, and whom it knows. */
export function ExchangeKeys() {
  const { t } = useTranslation('settings');
  const { state, reload } = useCall('installation.read', {});
  switch (state.kind) {
    case 'loading':
      return <WaitingNotice />;
    case 'failed':
      return <ErrorNotice errors={state.errors} onRetry={reload} />;
    case 'ready':
      return (
        <>
          <h3 className={classes.part}>{t('keys.fingerprint')}</h3>
          <p className={classes.lead}>{t('keys.fingerprintHint')}</p>
          <div className={classes.words}>
            <FingerprintWords words={state.value.words} label={t('keys.fingerprint')} />
          </div>
          <h3 className={classes.part}>{t('keys.recipient')}</h3>
          <p className={classes.lead}>{t('keys.recipientHint')}</p>
          <CopyField label={t('keys.recipient')} text={state.value.recipient} />
          <SavedRecipients saved={state.value.recipients} onSaved={reload} />
          <KnownSigners />
        </>
      );
    default:
      return assertNever(state);
  }
}
