import type { Period } from '../assessment/period.ts';

/** The periods of the same kind that had ended when this one did, the newest first. */
export function listEarlierPeriods(period: Period, others: readonly Period[]): readonly Period[] {
  return others
    .filter(({ kind, lastDay }) => kind === period.kind && lastDay < period.lastDay)
    .toSorted((a, b) => (a.lastDay > b.lastDay ? -1 : 1));
}

/** What a period is compared with unless told: the one a year before, else the newest; null without any. */
export function chooseEarlierPeriod(period: Period, earlier: readonly Period[]): Period | null {
  return earlier.find((one) => isYearBefore(one, period)) ?? earlier[0] ?? null;
}

function isYearBefore(earlier: Period, { firstDay, lastDay }: Period): boolean {
  return earlier.firstDay === yearBefore(firstDay) && lastOfYear(earlier.lastDay) === yearBefore(lastDay);
}

function yearBefore(day: string): string {
  return lastOfYear(`${String(Number(day.slice(0, 4)) - 1)}${day.slice(4)}`);
}

/** February ends on one day in this comparison, whatever year it is. */
function lastOfYear(day: string): string {
  return day.endsWith('-02-29') ? `${day.slice(0, 8)}28` : day;
}
