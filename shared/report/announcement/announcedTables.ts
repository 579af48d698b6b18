import { kindInWords } from '../summary/kindInWords.ts';
import type { ReportTable } from '../summary/reportTable.ts';
import type { Words } from '../words.ts';
import type { AnnouncedUnit } from './announcedUnits.ts';

/** Shares of the width of a portrait page. */
const weights: Readonly<Record<string, number>> = {
  place: 0.85,
  unitCode: 0.9,
  unitName: 2.5,
  total: 1,
  totalPercent: 1.1,
  percent: 1,
  criteriaPercent: 1.1,
  band: 1.8,
};

/** One ranking for each kind of unit. */
export function announcedTables(announced: readonly AnnouncedUnit[], words: Words): readonly ReportTable[] {
  const { translate } = words;
  return [...Map.groupBy(announced, ({ kind }) => kind)].map(([kind, units]) => ({
    id: `ranking-${kind}`,
    title: translate('summary:announcementGroup', { kind: kindInWords(kind, words), units: units.length }),
    sheetName: kind,
    note: '',
    columns: (units[0]?.columns ?? []).map((column) => ({ ...column, weight: weights[column.id] ?? 1 })),
    rows: units.map(({ cells }) => cells),
  }));
}
