import type { Cell } from 'write-excel-file/node';
import { neutraliseFormula } from '#shared/format/extract/neutraliseFormula.ts';
import type { PeriodReport } from '#shared/report/summary/periodReport.ts';
import type { ReportCell, ReportColumn, ReportTable } from '#shared/report/summary/reportTable.ts';
import { longestCellText, writeWorkbook, type WorkbookSheet } from '../files/workbook/writeWorkbook.ts';
import { heatShade } from './heatShade.ts';
import { fillColours } from './tableLook.ts';

/**
 * The report as a workbook: first what it is about, then one sheet for each table with its head in the first row, last the
 * data dictionary. Figures and days are real ones, so that Excel shows them in its own way and can go on counting.
 * @param metadata `metadataTable` of the report
 */
export async function renderReportXlsx(report: PeriodReport, metadata: ReportTable): Promise<Uint8Array> {
  const notes = report.tables.map(({ sheetName, note }) => [sheetName, note]);
  const about: ReportTable = { ...metadata, rows: [...metadata.rows, ...notes] };
  const sheets = [about, ...report.tables, report.dictionary];
  return await writeWorkbook(sheets.map((table) => toSheet(table, report)));
}

function toSheet({ sheetName, columns, rows }: ReportTable, report: PeriodReport): WorkbookSheet {
  const lastColumn = columnLetter(columns.length);
  return {
    name: sheetName,
    rows: [
      columns.map(headCell),
      ...rows.map((row) => row.map((cell, index) => bodyCell(cell, columns[index]))),
    ],
    widths: columns.map((column, index) => widthOf(column, rows, index)),
    stickyRows: 1,
    extras: {
      filter: `A1:${lastColumn}${String(rows.length + 1)}`,
      // Every printed page says what it was made from: the title of a reference set names it one.
      footer: `${report.documentTitle} – ${report.subtitles[0] ?? ''}`.slice(0, 200),
    },
  };
}

function headCell({ title }: ReportColumn): Cell {
  return {
    value: neutraliseFormula(title),
    type: String,
    fontWeight: 'bold',
    wrap: true,
    align: 'center',
    alignVertical: 'center',
    backgroundColor: fillColours.head,
    borderStyle: 'thin',
  };
}

function bodyCell(cell: ReportCell, column: ReportColumn | undefined): Cell {
  if (cell === null) return null;
  switch (column?.type) {
    case 'number':
      return { value: Number(cell), type: Number, alignVertical: 'top', ...shadeOf(cell, column) };
    case 'date':
      return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', alignVertical: 'top' };
    default:
      return { value: textOf(cell), type: String, format: '@', wrap: true, alignVertical: 'top' };
  }
}

function shadeOf(cell: string, { isHeat }: ReportColumn): { readonly backgroundColor?: string } {
  const fill = isHeat ? heatShade(Number(cell)) : null;
  return fill === null ? {} : { backgroundColor: fill };
}

/** What a cell cannot hold is cut off, and says so; the data files have it whole. */
function textOf(text: string): string {
  const safe = neutraliseFormula(text.toWellFormed());
  return safe.length <= longestCellText ? safe : `${safe.slice(0, longestCellText - 1)}…`;
}

const narrowest = 8;
const widest = 60;

function widthOf(column: ReportColumn, rows: ReportTable['rows'], index: number): number {
  const longestWord = Math.max(...column.title.split(/\s+/u).map((word) => word.length));
  if (column.type !== 'text') return Math.max(narrowest + 4, longestWord + 2);
  const longest = rows.reduce((length, row) => Math.max(length, row[index]?.length ?? 0), longestWord);
  return Math.min(widest, Math.max(narrowest, longest + 2));
}

/** 1 is A, 27 is AA. */
function columnLetter(column: number): string {
  const before = Math.floor((column - 1) / 26);
  const letter = String.fromCodePoint(65 + ((column - 1) % 26));
  return before === 0 ? letter : columnLetter(before) + letter;
}
