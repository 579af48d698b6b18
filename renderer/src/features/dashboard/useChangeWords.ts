import Fraction from 'fraction.js';
import { useMemo } from 'react';
import type { DashboardComparison } from '#shared/api/contract.ts';
import { formatDifference } from '#shared/report/formatFigure.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { usePeriodText } from '../../lib/usePeriodText.ts';

/** The comparison of two periods, where there are two. */
export type Comparison = NonNullable<DashboardComparison['comparison']>;

/** How this part writes differences, and periods inside a sentence. */
export function useChangeWords() {
  const { language } = useFormat();
  const describePeriod = usePeriodText();
  return useMemo(
    () => ({
      /** With its sign; a dash where there is none. */
      difference: (figure: string | null) =>
        figure === null ? '–' : formatDifference(new Fraction(figure), language),
      /** “năm 2025”. */
      inSentence: (code: string) => {
        const text = describePeriod(code);
        return text.charAt(0).toLocaleLowerCase(language) + text.slice(1);
      },
    }),
    [language, describePeriod],
  );
}
