import type { Language } from '#shared/api/contract.ts';
import type { Translate } from '#shared/report/translate.ts';
import { createTranslate } from '../translate.ts';

/** The words of rules and reports in one language. */
export function createReportTranslate(language: Language): Translate {
  const words = createTranslate(language);
  return (key, params) => words(key, { ...params });
}
