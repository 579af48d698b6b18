import { createInstance } from 'i18next';
import type { Language } from '#shared/api/contract.ts';
import { catalogue } from '#shared/i18n/catalogue.ts';
import type { Translate } from '#shared/report/translate.ts';

/** The words of rules and reports in one language. */
export function createReportTranslate(language: Language): Translate {
  const instance = createInstance({
    lng: language,
    fallbackLng: 'vi',
    resources: catalogue,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  void instance.init();
  const words = instance.getFixedT(language, ['rules', 'report']);
  return (key, params) => words(key, { ...params });
}
