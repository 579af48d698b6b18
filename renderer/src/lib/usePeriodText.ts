import { useTranslation } from 'react-i18next';
import { parsePeriod } from '#shared/domain/assessment/period.ts';
import { assertNever } from '#shared/errors/assertNever.ts';
import { formatDate } from '#shared/report/formatFigure.ts';

/** A period's code (`2026`, `2026-Q3`, an interval) in words; a code that is none stands as it is. */
export function usePeriodText(): (code: string) => string {
  const { t } = useTranslation('app');
  return (code) => {
    const parsed = parsePeriod(code);
    if (!parsed.ok) return code;
    const period = parsed.value;
    switch (period.kind) {
      case 'year':
        return t('period.year', { year: period.year });
      case 'quarter':
        return t('period.quarter', { quarter: period.quarter, year: period.year });
      case 'span':
        return t('period.span', { first: formatDate(period.firstDay), last: formatDate(period.lastDay) });
      default:
        return assertNever(period);
    }
  };
}
