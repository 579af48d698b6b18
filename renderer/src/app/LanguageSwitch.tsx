import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/api/contract.ts';
import { call } from '../lib/backend.ts';
import { showLanguage } from '../lib/words.ts';
import classes from './LanguageSwitch.module.css';

const languages: readonly { readonly code: Language; readonly label: string }[] = [
  { code: 'vi', label: 'Tiếng Việt' },
  { code: 'en', label: 'English' },
];

/** Each language is named in itself, as whoever looks for it would. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('app');
  const choose = async (language: Language): Promise<void> => {
    await showLanguage(i18n, language);
    document.documentElement.lang = language;
    await call('app.setLanguage', { language });
  };
  return (
    <div role="group" aria-label={t('language')} className={classes.switch}>
      {languages.map(({ code, label }) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={i18n.language === code}
          className={classes.choice}
          onClick={() => void choose(code)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
