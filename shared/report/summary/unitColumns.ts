import type { Words } from '../words.ts';
import { kindInWords } from './kindInWords.ts';
import type { PrintedReportUnit } from './reportedPeriod.ts';
import { column, type ReportCell, type ReportColumn } from './reportTable.ts';

/** Who the row is about. The name begins with the kind, so that paper needs no column for it. */
export function unitColumns(words: Words): readonly ReportColumn[] {
  return [
    column('peers', words, { type: 'text', source: 'unitList' }),
    column('unitCode', words, { type: 'text', source: 'unitList' }),
    column('unitName', words, { type: 'text', source: 'unitList', weight: 3.1 }),
  ];
}

/** The cells of `unitColumns`. */
export function unitCells({ unit }: Pick<PrintedReportUnit, 'unit'>, words: Words): readonly ReportCell[] {
  return [kindInWords(unit.kind, words), unit.code, unit.name];
}
