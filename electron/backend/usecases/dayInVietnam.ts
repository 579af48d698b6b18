import type { CalendarDate } from '#shared/domain/dates/calendarDate.ts';

/** The machine's clock may stand in any zone; the officer's day is Vietnam's (UTC+7 all year). */
export function dayInVietnam(now: Date): CalendarDate {
  const sevenHours = 7 * 60 * 60 * 1000;
  return new Date(now.getTime() + sevenHours).toISOString().slice(0, 10);
}
