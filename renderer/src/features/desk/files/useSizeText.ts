import Fraction from 'fraction.js';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/useFormat.ts';

const kilobyte = 1024;
const megabyte = kilobyte * kilobyte;

/** A size in bytes as people read it: whole kilobytes, or megabytes with one decimal. */
export function useSizeText(): (bytes: number) => string {
  const { t } = useTranslation('desk');
  const { number } = useFormat();
  return (bytes) =>
    bytes < megabyte
      ? t('files.kilobytes', { size: number(String(Math.ceil(bytes / kilobyte))) })
      : t('files.megabytes', { size: number(new Fraction(Math.round((bytes * 10) / megabyte), 10)) });
}
