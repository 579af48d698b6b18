import { useTranslation } from 'react-i18next';
import { sizeInWords } from './sizeInWords.ts';
import { useFormat } from './useFormat.ts';

/** A size in bytes as people read it: whole kilobytes, or megabytes with one decimal. */
export function useSizeText(): (bytes: number) => string {
  const { t } = useTranslation('app');
  const { number } = useFormat();
  return (bytes) => {
    const { unit, size } = sizeInWords(bytes);
    return t(`size.${unit}`, { size: number(size) });
  };
}
