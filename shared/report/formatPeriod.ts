import type { Period } from '../domain/assessment/period.ts';
import { assertNever } from '../errors/assertNever.ts';
import { formatDate } from './formatFigure.ts';
import type { Translate } from './translate.ts';

const roman = ['I', 'II', 'III', 'IV'] as const;

/** The period inside a sentence: "năm 2026", "quý III năm 2026", "từ ngày … đến ngày …". */
export function formatPeriod(period: Period, translate: Translate): string {
  switch (period.kind) {
    case 'year':
      return translate('report:periodYear', { year: period.year });
    case 'quarter': {
      const quarter = roman[period.quarter - 1] ?? period.quarter;
      return translate('report:periodQuarter', { year: period.year, quarter });
    }
    case 'span':
      return translate('report:periodSpan', {
        first: formatDate(period.firstDay),
        last: formatDate(period.lastDay),
      });
    default:
      return assertNever(period);
  }
}
