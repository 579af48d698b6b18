import type { Catalogue } from '../i18n/catalogue.ts';

type KeyOf<N extends 'rules' | 'report'> = `${N}:${keyof Catalogue[N] & string}`;

/** A sentence of the rule or report catalogue, e.g. `rules:yesNo`. */
export type ReportKey = KeyOf<'rules'> | KeyOf<'report'>;

/**
 * Gives the sentence of a key in the language that the caller chose. With i18next:
 * `const t = i18n.getFixedT(language, ['rules', 'report'])`, then `(key, params) => t(key, { ...params })`
 * with `escapeValue: false`.
 */
export type Translate = (key: ReportKey, params?: Readonly<Record<string, string | number>>) => string;
