import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/api/contract.ts';

const sources = {
  authoring: {
    vi: () => import('#shared/i18n/locales/vi/authoring.json', { with: { type: 'json' } }),
    en: () => import('#shared/i18n/locales/en/authoring.json', { with: { type: 'json' } }),
  },
  report: {
    vi: () => import('#shared/i18n/locales/vi/report.json', { with: { type: 'json' } }),
    en: () => import('#shared/i18n/locales/en/report.json', { with: { type: 'json' } }),
  },
} as const satisfies Record<string, Record<Language, () => Promise<unknown>>>;

/** Reads words that few screens need. The language in which they are there; `null` until they are read. */
export function useLateWords(namespace: keyof typeof sources): Language | null {
  const { i18n } = useTranslation('app');
  const language: Language = i18n.language === 'en' ? 'en' : 'vi';
  const [readLanguages, setReadLanguages] = useState<readonly Language[]>([]);
  const isRead = readLanguages.includes(language) || i18n.hasResourceBundle(language, namespace);
  useEffect(() => {
    if (isRead) return;
    void sources[namespace][language]().then(({ default: words }) => {
      i18n.addResourceBundle(language, namespace, words);
      setReadLanguages((before) => [...before, language]);
    });
  }, [i18n, isRead, language, namespace]);
  return isRead ? language : null;
}
