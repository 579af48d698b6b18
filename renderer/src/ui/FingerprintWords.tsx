import { useTranslation } from 'react-i18next';
import classes from './FingerprintWords.module.css';

interface FingerprintWordsProps {
  /** Vietnamese words, in order. */
  readonly words: readonly string[];
  /** What they belong to, for those who hear the page. */
  readonly label?: string;
}

/** The fingerprint of a key as words to read out on the telephone and compare. */
export function FingerprintWords({ words, label }: FingerprintWordsProps) {
  const { t } = useTranslation('app');
  return (
    <ol className={classes.words} lang="vi" aria-label={label ?? t('fingerprint')}>
      {words.map((word, index) => (
        // The same word may occur twice; its place is what tells them apart.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>{word}</li>
      ))}
    </ol>
  );
}
