import Fraction from 'fraction.js';
import type { Threshold } from '../domain/criteria/criteriaSet.ts';
import type { CalendarDate } from '../domain/dates/calendarDate.ts';
import type { Decimal } from '../domain/numbers/decimal.ts';
import { roundDifference, roundForDisplay } from '../domain/scoring/displayFigure.ts';

export type ReportLanguage = 'vi' | 'en';

const signs = {
  vi: { decimal: ',', group: '.' },
  en: { decimal: '.', group: ',' },
} as const;

/**
 * A figure for people: decimal comma and grouping point in Vietnamese, the other way round in English.
 * A decimal (as entered) is shown in full; a fraction is rounded to two decimals, to more where rounding would
 * carry it across one of `bounds`.
 */
export function formatNumber(
  figure: Decimal | Fraction,
  language: ReportLanguage,
  bounds: readonly Fraction[] = [],
): string {
  const plain = typeof figure === 'string' ? figure : roundForDisplay(figure, bounds);
  const [whole = '0', part] = plain.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, signs[language].group);
  return part === undefined ? grouped : `${grouped}${signs[language].decimal}${part}`;
}

/** A percentage with its sign, e.g. `79,996 %`; a dash where nothing counts. */
export function formatPercent(
  figure: Decimal | Fraction | null,
  language: ReportLanguage,
  bounds: readonly Fraction[] = [],
): string {
  return figure === null ? '–' : `${formatNumber(figure, language, bounds)} %`;
}

/** A difference with its sign: `+6,1`, `−2,25`, `0`; never 0 where there is one. */
export function formatDifference(difference: Fraction, language: ReportLanguage): string {
  const shown = formatNumber(roundDifference(difference.abs()), language);
  if (difference.equals(0)) return shown;
  return difference.gt(0) ? `+${shown}` : `\u2212${shown}`;
}

/**
 * What is missing to a threshold, in its measure: whole criteria, or points, never 0 where some are missing.
 */
export function formatNeed(need: Fraction, measure: Threshold['measure'], language: ReportLanguage): string {
  return formatNumber(measure === 'criteria' ? need.ceil() : roundDifference(need), language);
}

/** `=` where `formatNumber` shows all the figures exactly, `≈` where it had to round one of them. */
export function equalsSign(figures: readonly Fraction[], bounds: readonly Fraction[] = []): '=' | '≈' {
  return figures.every((figure) => new Fraction(roundForDisplay(figure, bounds)).equals(figure)) ? '=' : '≈';
}

/** dd/mm/yyyy; empty for an empty date. */
export function formatDate(date: CalendarDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return date === '' ? '' : `${day}/${month}/${year}`;
}
