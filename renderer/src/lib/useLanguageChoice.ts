import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/api/contract.ts';
import { call } from './backend.ts';
import { showLanguage } from './words.ts';

/** Each language is named in itself, as whoever looks for it would. */
const languages: readonly { readonly code: Language; readonly label: string }[] = [
  { code: 'vi', label: 'Tiếng Việt' },
  { code: 'en', label: 'English' },
];

/** The languages of the screens, the one shown, and the way to another; kept for the next start. */
export function useLanguageChoice() {
  const { i18n } = useTranslation('app');
  const choose = async (language: Language): Promise<void> => {
    await showLanguage(i18n, language);
    document.documentElement.lang = language;
    await call('app.setLanguage', { language });
  };
  return { languages, shown: i18n.language, choose: (language: Language): void => void choose(language) };
}
