import { createInstance, type i18n, type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#shared/api/contract.ts';
import { textFormats } from '#shared/report/textFormats.ts';

/** Each language is a file of its own, so that an old machine reads only the words it shows. */
const sources: Readonly<Record<Language, () => Promise<{ readonly words: ResourceLanguage }>>> = {
  vi: () => import('./words.vi.ts'),
  en: () => import('./words.en.ts'),
};

/** The words of the screens in one language; more languages are read when they are chosen. */
export async function createWords(language: Language): Promise<i18n> {
  const instance = createInstance();
  const { words } = await sources[language]();
  await instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: Object.keys(words),
    defaultNS: 'app',
    resources: { [language]: words },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  for (const [name, format] of Object.entries(textFormats)) instance.services.formatter?.add(name, format);
  return instance;
}

/** Reads the language if it is new, then shows it. */
export async function showLanguage(instance: i18n, language: Language): Promise<void> {
  if (!instance.hasResourceBundle(language, 'app')) {
    const { words } = await sources[language]();
    for (const [namespace, sentences] of Object.entries(words)) {
      instance.addResourceBundle(language, namespace, sentences);
    }
  }
  await instance.changeLanguage(language);
}
