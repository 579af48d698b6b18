import type Fraction from 'fraction.js';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/api/contract.ts';
import { formatDate, formatNumber, formatPercent } from '#shared/report/formatFigure.ts';
import type { Translate } from '#shared/report/translate.ts';

/** How this language writes things. Figures round as `formatNumber` does: never across one of `bounds`. */
export interface Format {
  readonly language: Language;
  readonly text: (text: Readonly<Record<Language, string>>) => string;
  readonly number: (figure: string | Fraction, bounds?: readonly Fraction[]) => string;
  readonly percent: (figure: string | Fraction | null, bounds?: readonly Fraction[]) => string;
  /** dd/mm/yyyy of an ISO day. */
  readonly date: (date: string) => string;
  /** Clock time of an instant of today, else day and time. */
  readonly moment: (instant: string) => string;
  /** Day and clock time of an instant, whatever day it is. */
  readonly dayAndTime: (instant: string) => string;
  /** Sentences of the rule catalogue, for the functions of `shared/report`. */
  readonly translateRule: Translate;
}

export function useFormat(): Format {
  const { t, i18n } = useTranslation(['app', 'rules', 'report', 'summary', 'template']);
  const language: Language = i18n.language === 'en' ? 'en' : 'vi';
  return useMemo(
    () => ({
      language,
      text: (text) => text[language],
      number: (figure, bounds) => formatNumber(figure, language, bounds),
      percent: (figure, bounds) => formatPercent(figure, language, bounds),
      date: formatDate,
      moment: (instant) => formatMoment(new Date(instant)),
      dayAndTime: (instant) => formatDayAndTime(new Date(instant)),
      translateRule: (key, params) => t(key, { ...params }),
    }),
    [language, t],
  );
}

function formatMoment(moment: Date): string {
  return moment.toDateString() === new Date().toDateString() ? formatTime(moment) : formatDayAndTime(moment);
}

function formatDayAndTime(moment: Date): string {
  const day = [twoDigits(moment.getDate()), twoDigits(moment.getMonth() + 1), String(moment.getFullYear())];
  return `${day.join('/')} ${formatTime(moment)}`;
}

function formatTime(moment: Date): string {
  return `${twoDigits(moment.getHours())}:${twoDigits(moment.getMinutes())}`;
}

function twoDigits(figure: number): string {
  return String(figure).padStart(2, '0');
}
