import { parsePeriod } from '#shared/domain/assessment/period.ts';

/**
 * Whether answers of an earlier period by the same set lie here: of the unit itself or of one that was merged into
 * it. Which of the two the backend knows; it suggests nothing where neither is true.
 */
export function hasEarlierAssessment(
  known: readonly { readonly period: string; readonly setId: string }[],
  setId: string | undefined,
  periodCode: string | null,
): boolean {
  const period = periodCode === null ? null : parsePeriod(periodCode);
  if (setId === undefined || !period?.ok) return false;
  return known.some((one) => {
    const earlier = parsePeriod(one.period);
    return one.setId === setId && earlier.ok && earlier.value.lastDay < period.value.firstDay;
  });
}
