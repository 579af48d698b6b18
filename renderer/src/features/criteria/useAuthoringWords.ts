import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/api/contract.ts';
import type { AuthoringTranslate } from '#shared/report/describeSetFault.ts';

const sources = {
  vi: () => import('#shared/i18n/locales/vi/authoring.json', { with: { type: 'json' } }),
  en: () => import('#shared/i18n/locales/en/authoring.json', { with: { type: 'json' } }),
} as const satisfies Record<Language, () => Promise<unknown>>;

/** The words of the workbook and its faults, which only this screen needs; `null` until they are read. */
export function useAuthoringWords(): AuthoringTranslate | null {
  const { i18n } = useTranslation('app');
  const language: Language = i18n.language === 'en' ? 'en' : 'vi';
  const [readLanguages, setReadLanguages] = useState<readonly Language[]>([]);
  const isRead = readLanguages.includes(language) || i18n.hasResourceBundle(language, 'authoring');
  useEffect(() => {
    if (isRead) return;
    void sources[language]().then(({ default: words }) => {
      i18n.addResourceBundle(language, 'authoring', words);
      setReadLanguages((before) => [...before, language]);
    });
  }, [i18n, isRead, language]);
  return useMemo(() => {
    if (!isRead) return null;
    // Keys are made of ids: each is in the catalogue by a test.
    const t = i18n.getFixedT(language, 'authoring') as unknown as (key: string, params?: object) => string;
    return (key, params) => t(key, { ...params });
  }, [i18n, isRead, language]);
}
