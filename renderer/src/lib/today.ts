import { formatCalendarDate, type CalendarDate } from '#shared/domain/dates/calendarDate.ts';

/** The day that the machine's calendar shows. */
export function today(): CalendarDate {
  const now = new Date();
  return formatCalendarDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
