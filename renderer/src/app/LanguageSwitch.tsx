import { useTranslation } from 'react-i18next';
import { useLanguageChoice } from '../lib/useLanguageChoice.ts';
import classes from './LanguageSwitch.module.css';

/** The languages side by side, at the head of every screen. */
export function LanguageSwitch() {
  const { t } = useTranslation('app');
  const { languages, shown, choose } = useLanguageChoice();
  return (
    <div role="group" aria-label={t('language')} className={classes.switch}>
      {languages.map(({ code, label }) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={shown === code}
          className={classes.choice}
          onClick={() => choose(code)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
