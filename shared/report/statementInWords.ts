import type { CriteriaSet } from '../domain/criteria/criteriaSet.ts';
import { formatDate } from './formatFigure.ts';
import type { Words } from './words.ts';

/** What a set is: of an official one by what it was issued, of any one what it says about itself. */
export function statementInWords(
  { issued, statement }: Pick<CriteriaSet, 'issued' | 'statement'>,
  { language, translate }: Words,
): string {
  if (!issued) return statement[language];
  const { number, date, body } = issued;
  const by = translate('rules:issuedBy', { number, date: formatDate(date), body: body[language] });
  return `${by} ${statement[language]}`;
}
