import type { Period } from '../domain/assessment/period.ts';
import type { ChaseState } from '../domain/chase/chaseUnit.ts';
import { formatDate } from './formatFigure.ts';
import { formatPeriod } from './formatPeriod.ts';
import type { Translate } from './translate.ts';

/** What a message about one unit says. */
export interface ChasedUnit {
  readonly unitName: string;
  readonly state: ChaseState;
  readonly criteriaOpen: number;
  readonly criteriaOwed: number;
}

/** For which period and until when. */
export interface ChaseFrame {
  readonly period: Period;
  /** ISO day. */
  readonly deadline: string;
  /** Negative once it has passed. */
  readonly daysLeft: number;
}

const sentences = {
  'not-sent': 'report:chaseNotSent',
  'older-version': 'report:chaseOlderVersion',
  incomplete: 'report:chaseIncomplete',
  'waiting-for-us': 'report:chaseWaitingForUs',
  'waiting-for-them': 'report:chaseWaitingForThem',
  done: 'report:chaseDone',
} as const satisfies Record<ChaseState, string>;

/** A message to paste into Zalo or mail: what is missing from one unit, and until when. */
export function chaseText(
  { unitName, state, criteriaOpen, criteriaOwed }: ChasedUnit,
  { period, deadline, daysLeft }: ChaseFrame,
  translate: Translate,
): string {
  const isOnlyUnsigned = state === 'incomplete' && criteriaOpen === 0;
  const sentence = translate(isOnlyUnsigned ? 'report:chaseUnsigned' : sentences[state], {
    unit: unitName,
    period: formatPeriod(period, translate),
    open: criteriaOpen,
    owed: criteriaOwed,
  });
  const isOver = state === 'done' || state === 'waiting-for-us';
  return isOver ? sentence : `${sentence} ${deadlineText(deadline, daysLeft, translate)}`;
}

function deadlineText(deadline: string, daysLeft: number, translate: Translate): string {
  const date = formatDate(deadline);
  if (daysLeft < 0) return translate('report:chasePast', { date, days: -daysLeft });
  return daysLeft === 0
    ? translate('report:chaseToday', { date })
    : translate('report:chaseDaysLeft', { date, days: daysLeft });
}
