import { failWith, succeed, type Result } from '#shared/errors/result.ts';

/** A calendar day in ISO form, `2026-03-05`, without time or zone. */
export type CalendarDate = string;

/**
 * Reads `2026-03-05`, `05/03/2026` or `5-3-2026` (day first, as officers write). Errors: `date-malformed`,
 * also for days that do not exist.
 */
export function parseCalendarDate(text: string): Result<CalendarDate> {
  const trimmed = text.normalize('NFKC').trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(trimmed);
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(trimmed);
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : dayFirst
      ? [Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1])]
      : [0, 0, 0];
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return failWith('date-malformed', { text: trimmed.slice(0, 40) });
  }
  return succeed(formatCalendarDate(year, month, day));
}

export function formatCalendarDate(year: number, month: number, day: number): CalendarDate {
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
