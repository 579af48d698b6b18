import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/api/contract.ts';
import type { Words } from '#shared/report/words.ts';

const sources = {
  vi: () => import('#shared/i18n/locales/vi/report.json', { with: { type: 'json' } }),
  en: () => import('#shared/i18n/locales/en/report.json', { with: { type: 'json' } }),
} as const satisfies Record<Language, () => Promise<unknown>>;

/** The words of the print, for screens that show what will be printed; `null` until they are read. */
export function useReportWords(): Words | null {
  const { i18n } = useTranslation('app');
  const language: Language = i18n.language === 'en' ? 'en' : 'vi';
  const [readLanguages, setReadLanguages] = useState<readonly Language[]>([]);
  const isRead = readLanguages.includes(language) || i18n.hasResourceBundle(language, 'report');
  useEffect(() => {
    if (isRead) return;
    void sources[language]().then(({ default: words }) => {
      i18n.addResourceBundle(language, 'report', words);
      setReadLanguages((before) => [...before, language]);
    });
  }, [i18n, isRead, language]);
  return useMemo(() => {
    if (!isRead) return null;
    const t = i18n.getFixedT(language, ['rules', 'report', 'summary', 'template']);
    return { language, translate: (key, params) => t(key, { ...params }) };
  }, [i18n, isRead, language]);
}
