import { parseCalendarDate } from '#shared/domain/dates/calendarDate.ts';
import { parsePeriod } from '#shared/domain/assessment/period.ts';

/** The period as the form holds it; days as typed (dd/mm/yyyy). */
export interface PeriodDraft {
  readonly kind: 'year' | 'quarter' | 'span';
  readonly year: string;
  readonly quarter: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** The year that is being assessed as a rule: the present one. */
export function draftForYear(year: number): PeriodDraft {
  return { kind: 'year', year: String(year), quarter: '1', firstDay: '', lastDay: '' };
}

/** The period's code, or `null` while the form does not name a period. */
export function periodCodeOf(draft: PeriodDraft): string | null {
  const parsed = parsePeriod(written(draft));
  return parsed.ok ? parsed.value.code : null;
}

function written(draft: PeriodDraft): string {
  if (draft.kind === 'year') return draft.year;
  if (draft.kind === 'quarter') return `${draft.year}-Q${draft.quarter}`;
  const [first, last] = [parseCalendarDate(draft.firstDay), parseCalendarDate(draft.lastDay)];
  return first.ok && last.ok ? `${first.value}/${last.value}` : '';
}
