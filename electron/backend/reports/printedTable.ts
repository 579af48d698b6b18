import { formatDate, formatNumber, type ReportLanguage } from '#shared/report/formatFigure.ts';
import type { PeriodReport } from '#shared/report/summary/periodReport.ts';
import {
  asHead,
  type ReportCell,
  type ReportColumn,
  type ReportTable,
} from '#shared/report/summary/reportTable.ts';
import { textWidth, type Orientation } from './pageGeometry.ts';
import { heatShade } from './heatShade.ts';

/** A cell as paper shows it. */
export interface PrintedCell {
  readonly text: string;
  readonly isCentred: boolean;
  readonly fill: string | null;
}

/** A table as paper shows it: columns that there is room for, widths in points, figures in the reader's language. */
export interface PrintedTable {
  /** Null on the second and later parts of a divided table. */
  readonly title: string | null;
  readonly note: string;
  /** Which part of a divided table this is; null where it is whole. */
  readonly part: string | null;
  readonly orientation: Orientation;
  readonly heads: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly PrintedCell[])[];
}

/** As many figures stand beside each other on a portrait page; a wider table needs a landscape one. */
const portraitColumns = 13.6;

/** The tables that are printed at all, in order. `padding` is the space beside the text of each cell, in points. */
export function printTables(
  tables: readonly ReportTable[],
  language: ReportLanguage,
  padding: number,
): readonly PrintedTable[] {
  return tables
    .map((table) => ({ ...table, rows: printedRowsOf(table) }))
    .filter(({ rows }) => rows.length > 0)
    .flatMap((table, index) => printTable(table, index + 1, language, padding));
}

function printedRowsOf({ rows, silentRows, printedRows }: ReportTable): ReportTable['rows'] {
  const silent = new Set(silentRows);
  return rows.filter((_, index) => !silent.has(index)).slice(0, printedRows ?? rows.length);
}

function printTable(
  { title, note, columns, rows, dividedBy }: ReportTable,
  number: number,
  language: ReportLanguage,
  padding: number,
): readonly PrintedTable[] {
  const shown = columns.flatMap((column, index) => {
    const { weight, isHeat } = column;
    const isEmpty = !isHeat && rows.every((row) => row[index] === null);
    if (weight === null || isEmpty) return [];
    return [
      {
        column,
        index,
        weight,
        decimals: decimalsOf(
          rows.map((row) => row[index] ?? null),
          column,
        ),
      },
    ];
  });
  const total = shown.reduce((sum, { weight }) => sum + weight, 0);
  const orientation = total > portraitColumns ? 'landscape' : 'portrait';
  const room = textWidth[orientation] - shown.length * padding;
  const common = {
    orientation,
    heads: shown.map(({ column }) => headOf(column)),
    widths: shown.map(({ weight }) => (weight / total) * room),
  } as const;
  const divider = columns.findIndex(({ id }) => id === dividedBy);
  const parts = [...Map.groupBy(rows, (row) => (divider === -1 ? null : (row[divider] ?? null)))];
  return parts.map(([part, own], index) => ({
    ...common,
    title: index === 0 ? `${String(number)}. ${title}` : null,
    note: index === 0 ? note : '',
    part: part === null || parts.length === 1 ? null : asHead(part),
    rows: own.map((row) =>
      shown.map(({ column, index: at, decimals }) => printCell(row[at] ?? null, column, decimals, language)),
    ),
  }));
}

function headOf({ title, unit }: ReportColumn): string {
  return unit === '%' ? `${title} (%)` : title;
}

/** Figures below each other have the same number of decimals, two at most; one with more keeps them. */
function decimalsOf(cells: readonly ReportCell[], { type }: ReportColumn): number {
  if (type !== 'number') return 0;
  return Math.min(2, Math.max(0, ...cells.map((cell) => cell?.split('.')[1]?.length ?? 0)));
}

function withDecimals(figure: string, decimals: number): string {
  const [whole = '', fraction = ''] = figure.split('.');
  return decimals === 0 ? figure : `${whole}.${fraction.padEnd(decimals, '0')}`;
}

function printCell(
  cell: ReportCell,
  { type, isHeat, isChange }: ReportColumn,
  decimals: number,
  language: ReportLanguage,
): PrintedCell {
  if (cell === null) return { text: '–', isCentred: true, fill: null };
  switch (type) {
    case 'number':
      return {
        text: figureInWords(withDecimals(cell, decimals), { isChange }, language),
        isCentred: true,
        fill: isHeat ? heatShade(Number(cell)) : null,
      };
    case 'date':
      return { text: formatDate(cell), isCentred: true, fill: null };
    case 'text':
      return { text: cell, isCentred: false, fill: null };
  }
}

/** A figure of a table for people. Four digits stay together: most of them are years. A rise has its sign, too. */
export function figureInWords(
  figure: string,
  { isChange }: Pick<ReportColumn, 'isChange'>,
  language: ReportLanguage,
): string {
  const isNegative = figure.startsWith('-');
  const digits = isNegative ? figure.slice(1) : figure;
  const shown = /^\d{4}$/u.test(digits) ? digits : formatNumber(digits, language);
  if (isNegative) return `−${shown}`;
  return isChange && Number(figure) > 0 ? `+${shown}` : shown;
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
