import type { Catalogue } from '../i18n/catalogue.ts';

type KeyOf<N extends 'rules' | 'report' | 'summary' | 'template'> = `${N}:${keyof Catalogue[N] & string}`;

/** A sentence of the catalogues of rules, scorecards or summaries, e.g. `rules:yesNo`. */
export type ReportKey = KeyOf<'rules'> | KeyOf<'report'> | KeyOf<'summary'> | KeyOf<'template'>;

/**
 * Gives the sentence of a key in the language that the caller chose. With i18next:
 * `const t = i18n.getFixedT(language, ['rules', 'report'])`, then `(key, params) => t(key, { ...params })`
 * with `escapeValue: false`.
 */
export type Translate = (key: ReportKey, params?: Readonly<Record<string, string | number>>) => string;
