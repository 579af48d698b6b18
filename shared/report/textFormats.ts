import { formatDate, formatNumber, type ReportLanguage } from './formatFigure.ts';

/**
 * How the catalogue's sentences write a value: `{{points, decimal}}` with the language's decimal sign,
 * `{{day, date}}` as dd/mm/yyyy. Both hosts of the catalogue register them with i18next.
 */
export const textFormats: Readonly<Record<string, (value: unknown, language: string | undefined) => string>> =
  {
    decimal: (value, language) => formatNumber(String(value), languageOf(language)),
    date: (value) => formatDate(String(value)),
  };

function languageOf(language: string | undefined): ReportLanguage {
  return language === 'en' ? 'en' : 'vi';
}
