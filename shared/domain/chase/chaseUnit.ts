import type { AppraisalState } from '../appraisal/appraisalState.ts';
import type { Period } from '../assessment/period.ts';
import type { CalendarDate } from '../dates/calendarDate.ts';

/**
 * Where one unit stands on its way to a final score, from nothing to done.
 * - `not-sent`: nothing has arrived.
 * - `older-version`: only an assessment by an older version of the criteria set has arrived.
 * - `incomplete`: a working copy nobody has signed, or a signed one with open criteria that nobody has judged yet.
 * - `waiting-for-us`: something is still to be judged, or was answered anew since it was judged.
 * - `waiting-for-them`: everything is judged, and the unit owes an answer or an explanation.
 * - `done`: everything is judged and nothing is owed.
 */
export const chaseStates = [
  'not-sent',
  'older-version',
  'incomplete',
  'waiting-for-us',
  'waiting-for-them',
  'done',
] as const;
export type ChaseState = (typeof chaseStates)[number];

/** What is known of the newest assessment that a unit has sent for a period. */
export interface SentAssessment extends AppraisalState {
  readonly isNewestSetVersion: boolean;
  readonly isSigned: boolean;
  /** Criteria without an answer. */
  readonly criteriaOpen: number;
}

export function chaseStateOf(sent: SentAssessment | null): ChaseState {
  if (sent === null) return 'not-sent';
  if (!sent.isNewestSetVersion) return 'older-version';
  if (!sent.isSigned || (sent.criteriaOpen > 0 && sent.criteriaJudged === 0)) return 'incomplete';
  if (sent.criteriaToJudge > 0) return 'waiting-for-us';
  return sent.criteriaOwed > 0 ? 'waiting-for-them' : 'done';
}

/**
 * The last day for sending, unless the aggregator has set another: Đà Nẵng's plans have every body report before
 * 10 December (field.md, the process); a quarter's figures are due on the quarter's last day, the fourth's with the
 * year's; any other span ends with its last day. The last two are ours.
 */
export function usualDeadline(period: Period): CalendarDate {
  return endsTheYear(period) ? `${String(period.year)}-12-10` : period.lastDay;
}

/**
 * The day before which the lead department has put everything together: 15 December in Đà Nẵng's plans (field.md, the
 * process). Null for periods of which no plan says it.
 */
export function consolidationDay(period: Period): CalendarDate | null {
  return endsTheYear(period) ? `${String(period.year)}-12-15` : null;
}

function endsTheYear(period: Period): period is Extract<Period, { readonly kind: 'year' | 'quarter' }> {
  return period.kind === 'year' || (period.kind === 'quarter' && period.quarter === 4);
}

/** Whole days from one day to another; negative once it has passed. */
export function daysUntil(deadline: CalendarDate, today: CalendarDate): number {
  const day = (date: CalendarDate): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
  return day(deadline) - day(today);
}
