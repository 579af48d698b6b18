import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Words } from '#shared/report/words.ts';
import { useLateWords } from './useLateWords.ts';

/** The words of the print, for screens that show what will be printed; `null` until they are read. */
export function useReportWords(): Words | null {
  const { i18n } = useTranslation('app');
  const language = useLateWords('report');
  return useMemo(() => {
    if (language === null) return null;
    const t = i18n.getFixedT(language, ['rules', 'report', 'summary', 'template']);
    return { language, translate: (key, params) => t(key, { ...params }) };
  }, [i18n, language]);
}
