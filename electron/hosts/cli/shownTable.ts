import { figureInWords } from '#backend/reports/printedTable.ts';
import type { ReportLanguage } from '#shared/report/formatFigure.ts';
import type { ReportCell, ReportTable } from '#shared/report/summary/reportTable.ts';
import { toTextTable } from './textTable.ts';

/** A table of a report as plain text, with the columns that paper has room for, and the one that divides it there. */
export function toShownTable({ columns, rows, dividedBy }: ReportTable, language: ReportLanguage): string {
  const shown = columns.map(({ id, weight }) => weight !== null || id === dividedBy);
  const pick = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, index) => shown[index]);
  const toText = (cell: ReportCell, index: number): string => {
    if (cell === null) return '–';
    const column = columns[index];
    return column?.type === 'number' ? figureInWords(cell, column, language) : cell;
  };
  return toTextTable([
    pick(columns).map(({ title }) => title),
    ...rows.map((row) => pick(row.map((cell, index) => toText(cell, index)))),
  ]);
}
