import { formatDate, formatNumber, type ReportLanguage } from '#shared/report/formatFigure.ts';
import type { PeriodReport } from '#shared/report/summary/periodReport.ts';
import type { ReportCell, ReportColumn, ReportTable } from '#shared/report/summary/reportTable.ts';
import { textWidth } from './pageGeometry.ts';
import { heatShade } from './heatShade.ts';

/** A cell as paper shows it. */
export interface PrintedCell {
  readonly text: string;
  readonly isCentred: boolean;
  readonly fill: string | null;
}

/** A table as paper shows it: columns that there is room for, widths in points, figures in the reader's language. */
export interface PrintedTable {
  readonly title: string;
  readonly note: string;
  readonly heads: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly PrintedCell[])[];
}

/** The tables that are printed at all, in order. `padding` is the space beside the text of each cell, in points; so is `width`. */
export function printTables(
  tables: readonly ReportTable[],
  language: ReportLanguage,
  padding: number,
  width: number = textWidth.landscape,
): readonly PrintedTable[] {
  return tables
    .filter(({ rows, printedRows }) => rows.length > 0 && printedRows !== 0)
    .map((table, index) => printTable(table, index + 1, language, width, padding));
}

function printTable(
  { title, note, columns, rows, printedRows }: ReportTable,
  number: number,
  language: ReportLanguage,
  width: number,
  padding: number,
): PrintedTable {
  const shown = columns.flatMap((column, index) => (column.weight === null ? [] : [{ column, index }]));
  const total = shown.reduce((sum, { column }) => sum + (column.weight ?? 0), 0);
  const room = width - shown.length * padding;
  return {
    title: `${String(number)}. ${title}`,
    note,
    heads: shown.map(({ column }) => column.title),
    widths: shown.map(({ column }) => ((column.weight ?? 0) / total) * room),
    rows: rows
      .slice(0, printedRows ?? rows.length)
      .map((row) => shown.map(({ column, index }) => printCell(row[index] ?? null, column, language))),
  };
}

function printCell(cell: ReportCell, { type, isHeat }: ReportColumn, language: ReportLanguage): PrintedCell {
  if (cell === null) return { text: '–', isCentred: true, fill: null };
  switch (type) {
    case 'number':
      return {
        text: formatFigure(cell, language),
        isCentred: true,
        fill: isHeat ? heatShade(Number(cell)) : null,
      };
    case 'date':
      return { text: formatDate(cell), isCentred: true, fill: null };
    case 'text':
      return { text: cell, isCentred: false, fill: null };
  }
}

/** Four digits stay together: most of them are years. */
function formatFigure(figure: string, language: ReportLanguage): string {
  const isNegative = figure.startsWith('-');
  const digits = isNegative ? figure.slice(1) : figure;
  const shown = /^\d{4}$/u.test(digits) ? digits : formatNumber(digits, language);
  return isNegative ? `−${shown}` : shown;
}

/**
 * What a printed report says about itself, days and times as people here write them: it never names persons, so that
 * masked or full makes no difference.
 */
export function printedMetadata({ metadata }: Pick<PeriodReport, 'metadata'>): PeriodReport['metadata'] {
  return metadata
    .filter(({ id }) => id !== 'masking')
    .map((item) => {
      if (item.id === 'firstDay' || item.id === 'lastDay') return { ...item, value: formatDate(item.value) };
      return item.id === 'createdAt' ? { ...item, value: momentInVietnam(item.value) } : item;
    });
}

const sevenHours = 7 * 60 * 60 * 1000;

/** Vietnam's clock is seven hours ahead all year, wherever the machine stands. */
function momentInVietnam(instant: string): string {
  const there = new Date(Date.parse(instant) + sevenHours).toISOString();
  return `${there.slice(11, 16)} ${formatDate(there.slice(0, 10))}`;
}
