import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import {
  daysInMonth,
  formatCalendarDate,
  parseCalendarDate,
  type CalendarDate,
} from '../dates/calendarDate.ts';

/**
 * What an assessment covers. Written `2026`, `2026-Q3` or, as an ISO 8601 interval, `2026-01-01/2026-06-30`;
 * `code` is that canonical text.
 */
export type Period = {
  readonly code: string;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
} & (
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: number }
  | { readonly kind: 'span' }
);

/** Errors: `period-malformed`. */
export function parsePeriod(text: string): Result<Period> {
  const trimmed = text.normalize('NFKC').trim();
  const year = /^(20\d{2})$/u.exec(trimmed);
  if (year) return succeed(yearPeriod(Number(year[1])));
  const quarter = /^(20\d{2})-?[Qq]([1-4])$/u.exec(trimmed);
  if (quarter) return succeed(quarterPeriod(Number(quarter[1]), Number(quarter[2])));
  const [first, last, ...rest] = trimmed.split('/');
  if (first !== undefined && last !== undefined && rest.length === 0) {
    const firstDay = parseCalendarDate(first);
    const lastDay = parseCalendarDate(last);
    if (firstDay.ok && lastDay.ok && firstDay.value <= lastDay.value) {
      const code = `${firstDay.value}/${lastDay.value}`;
      return succeed({ kind: 'span', code, firstDay: firstDay.value, lastDay: lastDay.value });
    }
  }
  return failWith('period-malformed', { text: trimmed.slice(0, 40) });
}

/**
 * The year or quarter that has exactly the days of a span, else the period itself: named both ways it would be two
 * periods, which never meet. Files keep the name under which they were made.
 */
export function namedByCalendar(period: Period): Period {
  const year = Number(period.firstDay.slice(0, 4));
  if (year < 2000 || year > 2099) return period;
  const named = [yearPeriod(year), ...[1, 2, 3, 4].map((quarter) => quarterPeriod(year, quarter))];
  return (
    named.find(({ firstDay, lastDay }) => firstDay === period.firstDay && lastDay === period.lastDay) ??
    period
  );
}

/** The year whose stepped targets hold: the one in which the figures are closed. */
export function targetYear(period: Period): number {
  return Number(period.lastDay.slice(0, 4));
}

function yearPeriod(year: number): Period {
  return {
    kind: 'year',
    code: String(year),
    year,
    firstDay: `${String(year)}-01-01`,
    lastDay: `${String(year)}-12-31`,
  };
}

function quarterPeriod(year: number, quarter: number): Period {
  const lastMonth = quarter * 3;
  return {
    kind: 'quarter',
    code: `${String(year)}-Q${String(quarter)}`,
    year,
    quarter,
    firstDay: formatCalendarDate(year, lastMonth - 2, 1),
    lastDay: formatCalendarDate(year, lastMonth, daysInMonth(year, lastMonth)),
  };
}
