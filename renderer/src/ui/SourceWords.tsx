import { useTranslation } from 'react-i18next';
import type { LineageEntry } from '#shared/api/contract.ts';
import { useFormat } from '../lib/useFormat.ts';
import { FingerprintWords } from './FingerprintWords.tsx';
import classes from './SourceWords.module.css';

/** From which file an edit came, who signed that file and when it was taken in; or that it was made here. */
export function SourceWords({ source }: { readonly source: LineageEntry['source'] }) {
  const { t } = useTranslation('app');
  const { dayAndTime } = useFormat();
  if (source === null) return <span className={classes.source}>{t('source.here')}</span>;
  const { fileName, revision, signerUnit, signerWords, importedAt } = source;
  const moment = dayAndTime(importedAt);
  return (
    <span className={classes.source}>
      <span className={classes.file}>{t('source.file', { fileName })}</span>
      <span>
        {revision === 0
          ? t('source.workingCopy', { unit: signerUnit, moment })
          : t('source.revision', { unit: signerUnit, revision, moment })}
      </span>
      <FingerprintWords words={signerWords} label={t('source.signer', { unit: signerUnit })} />
    </span>
  );
}
