import { useMemo } from 'react';
import { parsePeriod } from '#shared/domain/assessment/period.ts';
import { chaseText } from '#shared/report/chaseText.ts';
import { useReportWords } from '../../lib/useReportWords.ts';
import type { Chase, ChasedUnit } from './useChase.ts';

/** The message about a unit, ready to paste; null until its words are read. */
export function useChaseText({
  period: code,
  deadline,
  daysLeft,
}: Chase): ((one: ChasedUnit) => string) | null {
  const words = useReportWords();
  return useMemo(() => {
    const period = parsePeriod(code);
    if (words === null || !period.ok) return null;
    const frame = { period: period.value, deadline, daysLeft };
    return ({ unit, state, criteriaOpen, criteriaOwed }) =>
      chaseText({ unitName: unit.name, state, criteriaOpen, criteriaOwed }, frame, words.translate);
  }, [words, code, deadline, daysLeft]);
}
