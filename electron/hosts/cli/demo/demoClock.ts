import type { CalendarDate } from '#shared/domain/dates/calendarDate.ts';
import type { Dice } from './dice.ts';

const dayMilliseconds = 86_400_000;

/** The time at which a story stands; it only goes forward. */
export interface DemoClock {
  readonly today: () => CalendarDate;
  /** Some minutes later; as ISO instant. */
  readonly next: () => string;
  /** Goes on to the working morning some days later. */
  readonly sleep: (days: number) => void;
}

/** @param day on which the story begins, at 8 o'clock in Vietnam */
export function startClock(day: CalendarDate, dice: Dice): DemoClock {
  let morning = Date.parse(`${day}T01:00:00Z`);
  let now = morning;
  return {
    // The morning's day in Vietnam is that of UTC: 8 o'clock there is 1 o'clock here.
    today: () => new Date(morning).toISOString().slice(0, 10),
    next: () => new Date((now += dice.between(20, 150) * 1000)).toISOString(),
    sleep: (days) => {
      morning += days * dayMilliseconds;
      now = morning;
    },
  };
}

export function addDays(day: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(day) + days * dayMilliseconds).toISOString().slice(0, 10);
}
